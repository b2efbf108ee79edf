"""A bash that takes a scenario's commands as if typed: nothing they define changes what is reported of them.

bash reads its script from a pipe, line by line, as it would from a terminal. Between the author's commands stand
lines of ours. They hold no word an author could define anew: what is to be known comes as the message of an
expansion that fails, in a subshell, where neither traps nor `set -e` see it.
"""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Sequence
from dataclasses import dataclass, replace
from secrets import token_hex

from agent.interpreters import Interpreter, Reply
from agent.network import Node
from agent.split_commands import is_well_formed

_START = "BASH_ARGV0=bash; set +H +o history; history -c; unset HISTFILE; shopt -s execfail; exec 2>&1 {requests}<&-\n"
"""Before the first command: $0 and the list of commands as in a new terminal; `!` means what it means in a script.

With `execfail` a program that is not found does not end the shell, as it would not at a keyboard.
"""
_QUIET = ">/dev/null 2>&1"
_ZERO = f"( <&- ) {_QUIET}"
"""Succeeds without a word; a command without a subshell would be told of by a trap of DEBUG."""
_BUILTINS = (
    ". : [ alias bg bind break builtin caller cd command compgen complete compopt continue declare dirs disown echo "
    "enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout mapfile popd printf "
    "pushd pwd read readarray readonly return set shift shopt source suspend test times trap true type typeset ulimit "
    "umask unalias unset wait"
)
_OPTIONS = (
    "compat31 compat32 compat40 compat41 compat42 compat43 compat44 dotglob extdebug failglob nocaseglob nocasematch "
    "nullglob xpg_echo"
)
"""Settings of `shopt` that change what a comparison, a pattern or `echo` means; a new bash has none of them."""
_PRISTINE = (
    f"POSIXLY_CORRECT=1; \\unset -f builtin eval unset {_QUIET} || \\exit 1; \\unset POSIXLY_CORRECT; "
    f"\\builtin unset -f {_BUILTINS} {_QUIET} || \\builtin exit 1; \\builtin unalias -a; \\builtin set +xv; "
    f"\\builtin trap - DEBUG ERR RETURN; \\builtin set +ET; \\builtin shopt -u {_OPTIONS} {_QUIET}; "
    f"\\builtin unset -v BASH_COMPAT GLOBIGNORE IFS {_QUIET}; \\builtin hash -r; "
    f"\\builtin unset -n out status {_QUIET}; \\builtin unset -v out status {_QUIET}"
)
"""Commands after which builtins, keywords and the names a claim asks about mean what they mean in a new bash.

In POSIX mode, which the assignment turns on, `unset` is found before a function of that name. They end the
shell if one of these functions is read-only.
"""
_SHADOWS = (
    '$(set -- $(compgen -A function); while [ $# -gt 0 ]; do type -P -- "$1" >/dev/null && echo "$1"; shift; done)'
)
"""Names of those functions that hide a program. No variable is needed for it that an author could make read-only."""
_PROGRAMS = (
    f"PATH={shlex.quote(os.environ['PATH'])} || exit 1\n"
    "[[ ${IFS-$' \\t\\n'} == $' \\t\\n' ]] || { echo 'IFS is read-only, and not what it is in a new shell'; exit 1; }\n"
    f"unset -f -- command_not_found_handle {_SHADOWS} {_QUIET} || "
    "{ echo 'a function that hides a program is read-only'; exit 1; }\n"
)
"""Lines after which words are split as in a new bash, and the name of a program means that program."""
_NOT_SET = "$status or $out cannot be set: a command before has made it read-only"
_CONTROL = "here even a check that is false would hold: a command before has changed what bash does (see `trap -p`)\n"
_EVAL = re.compile(r"^bash: eval: line \d+: (?:`.*'\n)?", re.MULTILINE)
"""How bash begins what it says of syntax in `eval`, and the line it repeats; neither is seen at a keyboard."""


@dataclass(slots=True)
class Bash:
    """One bash on a machine; it keeps its variables and directory from command to command."""

    interpreter: Interpreter
    restore: str = ""
    """The line that gives $? and PIPESTATUS back as the last command left them; empty if all was well."""
    flags: str = ""
    """`$-`, as the last request left it."""

    def execute(self, text: str, deadline: float) -> Reply:
        """Run what a reader would type; the reply's text is its exit code."""
        # A parser that waits for the end of half a command would take our lines for it; `eval` says what is missing.
        command = text if is_well_formed(text) else f"\\builtin eval {shlex.quote(text + chr(10))}"
        reply, statuses = self._ask(self.restore, f"{command}\n", deadline)
        self.restore = restoring_line(reply.text, statuses) if statuses else ""
        return replace(reply, output=at_a_keyboard(reply.output))

    def check(self, text: str, status: int, out: str, deadline: float) -> Reply:
        """Run the check of a claim about this $status and $out, of which the shell keeps nothing."""
        control = self._ask(checking(f"[[ {token_hex(8)} == {token_hex(8)} ]]", status, "", ""), "", deadline)[0]
        if control.end != "replied":
            return control
        if control.text == "0":
            return replace(control, text="1", output=f"{control.output}{_CONTROL}")
        return self._ask(checking(f"{self.restore}{text}", status, out), "", deadline)[0]

    def _ask(self, before: str, command: str, deadline: float) -> tuple[Reply, list[str]]:
        """Send lines of ours and a command, and ask how it went; the reply with the exit code alone, and PIPESTATUS."""
        token = f"@nd{token_hex(8)}"
        # An empty line first: after half a command in `eval` the parser is not at the beginning of one.
        # It is asked in a redirection: of what fails there no trap of DEBUG is told, whose $BASH_COMMAND would have it.
        message = f'$(( "$?" {token} $- "${{PIPESTATUS[@]}}" {token} ))'
        after = f"\n( \\: ) 2>&{self.interpreter.replies} >/dev/null <{message} || {_ZERO}\n"
        wanted = re.compile(rf"(?<!\d)(\d{{1,3}} {token} \w* [\d ]+) {token}".encode())
        reply = self.interpreter.execute(before + command + after, deadline, wanted)
        reply = replace(reply, output=without_ours(reply.output, before if "v" in self.flags else "", after))
        if reply.end != "replied":
            return reply, []
        exit_code, _, self.flags, *statuses = reply.text.split()
        return replace(reply, text=exit_code), statuses


def bash(node: Node, limit: int) -> Bash:
    """A bash on the node, of which `limit` bytes of each output are kept."""
    # `bash -i` complains that it has no terminal; its first line gives it the standard error for what comes after.
    interpreter = Interpreter(node, _argv, limit, silent=True)
    interpreter.send(_START.format(requests=interpreter.requests))
    return Bash(interpreter)


def _argv(requests: int, _: int) -> list[str]:
    return ["bash", "--norc", "--noprofile", "-i", f"/proc/self/fd/{requests}"]


def restoring_line(exit_code: str, statuses: Sequence[str]) -> str:
    """A line after which $? and PIPESTATUS are these, unseen by traps and `set -e`; empty if there is no need."""
    if exit_code == "0" and list(statuses) == ["0"]:
        return ""
    # In POSIX mode, which the assignment turns on in that subshell, bash finds `exit` before a function of that name.
    line = " | ".join(f"( POSIXLY_CORRECT=1; \\exit {status} ) {_QUIET}" for status in statuses)
    if exit_code != "0":
        return f"{line} && ( \\exit )\n"
    return f"{line} || {_ZERO}\n"


def checking(text: str, status: int, out: str, before: str = _PROGRAMS) -> str:
    """Lines that run `text` with these $status and $out in a copy of the shell, where builtins and keywords are bash's.

    A substitution, not a subshell, because in one `jobs` still tells of the shell's own jobs.
    """
    expected = f"status={status} out={shlex.quote(out)}"
    is_set = f"[[ $status == {status} && $out == {shlex.quote(out)} ]]"
    script = f"{before}{expected}\n{is_set} || {{ echo {shlex.quote(_NOT_SET)}; exit 1; }}\n{text}"
    return f"$( {_PRISTINE}\n\\builtin eval {shlex.quote(script)} >&2 ) && ( \\exit )\n"


def without_ours(output: str, before: str, after: str) -> str:
    """`output` without the lines of ours that `set -v` shows: bash prints what it reads, before it runs it."""
    return output.replace(after, "").removeprefix(before)


def at_a_keyboard(output: str) -> str:
    """`output` with bash's complaints about syntax as an interactive bash writes them."""
    return _EVAL.sub(lambda match: "" if "`" in match[0] else "bash: ", output)
