# bash_driver.sh REQUESTS REPLIES: runs commands that arrive on one file descriptor, each ended by a NUL,
# in this one shell, and answers on the other with "exit-code NUL". A request that begins with a colon is
# ours: it sets variables and leaves $? alone.
_nd_status=0 _nd_requests=$1 _nd_replies=$2
set --
while IFS= read -r -d '' -u "$_nd_requests" _nd_code; do
    if [[ $_nd_code == :* ]]; then
        eval "${_nd_code#:}"
    else
        (exit "$_nd_status")
        eval "$_nd_code" {_nd_requests}<&- {_nd_replies}>&-
        _nd_status=$?
    fi
    printf '%s\0' "$_nd_status" >&"$_nd_replies"
done
