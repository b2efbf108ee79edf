# A core dump, which core_pattern then handles outside.
ulimit -Hc unlimited || test "$(ulimit -Hc)" != 0
