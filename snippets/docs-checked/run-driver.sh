# The options of docker run that name a driver.

# %% options
docker run --help | grep driver
# claim doc-run-no-network-driver: The command docker run has no option for a network driver, only for the drivers of logs and volumes.
[[ $(docker run --help | grep -o -e '--[a-z-]*driver' | sort -u | xargs) == "--log-driver --volume-driver" ]]
