# Processes of the machine, in the PID namespace of "the host".
docker run --rm --privileged --pid=host busybox sh -c 'ps -o args | grep -v grep | grep -e "-m agent" -e "-m supervisor" -e mkdocs'
