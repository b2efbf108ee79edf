# Takes the processor from others.
nice -n -20 sh -c 'test "$(nice)" -lt 0'
