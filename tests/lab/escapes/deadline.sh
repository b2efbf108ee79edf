# Processor time before everybody else.
chrt --deadline --sched-runtime 1000000 --sched-deadline 2000000 --sched-period 2000000 0 true
