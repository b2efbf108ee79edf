# What a reader's shell knows besides bash: each word asks lab/tryit/client.py.
_try() { PYTHONPATH=/lab PYTHONDONTWRITEBYTECODE=1 python3 -m tryit.client "$@"; }
for _word in at next check reset look path panes on list help tasks task hint done? solution; do
    eval "$_word() { _try '$_word' \"\$@\"; }"
done
unset _word
ssh() { _try on "$@"; }
PS1='\h$ '  # as on the pages, though everybody is root here
HISTFILE=
