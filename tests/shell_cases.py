"""What a scenario may define in its shell, and what must come out all the same; tried here and in labs."""

from __future__ import annotations

_BUILTINS = ("printf", "eval", "trap", ":", "echo", "read", "builtin", "command", "[", "test", "set", "unset", "exit")
_FUNCTIONS = tuple(f"{name}() {{ ((1)); }}" for name in (*_BUILTINS, "shopt", "exec", "true", "declare", "shift"))
_KEYWORDS = ("while", "if", "for", "case", "time", "builtin", "[[", "false", "eval")

HOSTILE = [
    *(function for function in _FUNCTIONS if not function.startswith("echo")),
    "\n\n".join(function for function in _FUNCTIONS if not function.startswith("echo")),
    *(f"alias {name}=true" for name in _KEYWORDS if name != "false"),
    "shopt -s expand_aliases\n\nalias " + " ".join(f"{name}='true'" for name in _KEYWORDS if name != "false"),
    "set -n",
    "set -u",
    "set -f",
    "set -C",
    "set -a",
    "set -k",
    "set -m",
    "set -b",
    "set -H",
    "set +h",
    "set +B",
    "set -o posix",
    "POSIXLY_CORRECT=1",
    "set -o ignoreeof",
    "set -o pipefail",
    "shopt -s nullglob failglob extglob lastpipe",
    "shopt -s extdebug nocasematch xpg_echo",
    "BASH_COMPAT=31",
    "grep() { true; }",
    "shopt -u interactive_comments",
    "readonly IFS",
    "readonly PS4",
    "declare -i out status",
    "declare -u out",
    "declare -n out=PATH status=HOME",
    "out=(1 2 3)",
    "unset out status",
    "break",
    "continue",
    "return 3",
    "return 0",
    "exec 2>&1",
    "exec 3>/dev/null 9>&1",
    "exec 0<&-",
    "exec 3>&- 9>&- 10>&- 11>&- 12>&- 13>&-",
    "trap 'x=1' DEBUG",
    "trap 'false' DEBUG",
    "trap 'status=0 out=x' DEBUG",
    "trap 'true' ERR",
    "trap 'return 0' RETURN",
    "trap 'echo bye' EXIT",
    "PROMPT_COMMAND='echo prompt'",
    "export BASH_ENV=/dev/stdin",
    "PS4='$(echo trace)'",
    "IFS=0123",
    "IFS=",
    "LANG=de_DE.UTF-8 LC_MESSAGES=de_DE.UTF-8",
    "alias {=true }=true !=true",
    "exec 10>/dev/null; echo a >&10",
    "# nothing",
    "cat <<END\n'\nEND",
    ": ; [[ 2 == 3 ]]",
    "echo 'unfinished",
    "cat <<END\nunfinished",
    "echo a; fi",
    "echo a; } 2>/dev/null; {",
    "echo a ) ; true ; (",
    "echo a\\",
    "printf '0 hiB\\0' >&200",
    "cat &",
]  # fmt: skip
"""Commands, with an empty line between; none of them is told of by what is typed next."""

WRONG = ("[[ $status == 0 ]]", "[[ 2 == 3 ]]", "[ 2 = 3 ]", "test 2 = 3", "false", ": ; [[ 2 == 3 ]]", "fi", "(exit 1)",
         "} ; true ; {", "false ) ; true ; (", "return 0 2>/dev/null", "nosuch")  # fmt: skip
"""Checks that are false after `false`, whatever was defined."""
TRUE = "[[ $status == 1 && -z $out && $? == 1 ]]"
"""And one that is true."""
_ANSWER = 'for i in {200..260}; do echo "0 $BASH_REMATCH hB 0 $BASH_REMATCH" >&$i; done 2>/dev/null'
_OTHER_GREP = "ln -s /bin/true grep"
"""In the shell's folder, which the test removes."""
REDEFINED = [
    ("f() { false; }; set -T; trap 'exit 0' RETURN", "f"),
    ("set -T; trap '[[ $BASH_COMMAND == POSIX* ]] && exit 0; true' DEBUG", "false"),
    (f"t() {{ [[ $BASH_COMMAND =~ @nd[0-9a-f]* ]] && {_ANSWER}; true; }}; set -T; trap t DEBUG", "false"),
    ("set -E; trap '((BASH_SUBSHELL)) && exit 0' ERR", "false"),
    ("command_not_found_handle() { true; }", "nosuch"),
    ("grep() { true; }", "grep -q a <<<b"),
    ("grep() { true; }; export -f grep", "bash -c 'grep -q a <<<b'"),
    ("grep() { true; }; readonly -f grep", "grep -q a <<<b"),
    ("grep() { true; }; readonly IFS=", "grep -q a <<<b"),
    ("grep() { true; }; readonly name REPLY _", "grep -q a <<<b"),
    ("alias grep=true", "grep -q a <<<b"),
    ("hash -p /bin/true grep", "grep -q a <<<b"),
    (f"{_OTHER_GREP}; PATH=$PWD:$PATH", "grep -q a <<<b"),
    (f"{_OTHER_GREP}; readonly PATH=$PWD:$PATH", "grep -q a <<<b"),
    ("shopt -s nocasematch", "[[ A == a ]]"),
    ("BASH_COMPAT=31", '[[ abc =~ "a.c" ]]'),
    ("shopt -s nullglob", '[ -z $(echo "?x?") ]'),
    ("shopt -s xpg_echo", "[[ $(echo 'a\\n') == a ]]"),
    ("IFS=ab", '[ "$(set -- $(echo xay); echo $#)" = 2 ]'),
]
"""Commands that change what a word of a check means, and a check that is false in a new shell."""
TRANSCRIPT = [("echo seen", "0", "seen\n"), ("nosuch", "127", "bash: nosuch: command not found\n")]
"""What a reader may type next, with exit code and output."""

ERRORS = [
    ("nosuch", "bash: nosuch: command not found\n"),
    ("(nosuch)", "bash: nosuch: command not found\n"),
    ("f() { nosuch; }; f", "bash: nosuch: command not found\n"),
    ("echo $(nosuch)", "bash: nosuch: command not found\n\n"),
    ("cd /nosuch", "bash: cd: /nosuch: No such file or directory\n"),
    ("./nosuch", "bash: ./nosuch: No such file or directory\n"),
    ("/etc", "bash: /etc: Is a directory\n"),
    ("cat </nosuch", "bash: /nosuch: No such file or directory\n"),
    (". /nosuch", "bash: /nosuch: No such file or directory\n"),
    ("exec nosuch", "bash: exec: nosuch: not found\n"),
    ("echo ${x?unset}", "bash: x: unset\n"),
    ("set -u; echo $x", "bash: x: unbound variable\n"),
    ("readonly r=1; r=2", "bash: r: readonly variable\n"),
    ("[ a b c ]", "bash: [: b: binary operator expected\n"),
    ("kill %9", "bash: kill: %9: no such job\n"),
    ("echo a > $x", "bash: $x: ambiguous redirect\n"),
    ("break", "bash: break: only meaningful in a `for', `while', or `until' loop\n"),
    ("return 1", "bash: return: can only `return' from a function or sourced script\n"),
    ("fi", "bash: syntax error near unexpected token `fi'\n"),
    ("echo a; fi", "bash: syntax error near unexpected token `fi'\n"),
    ("echo 'a", "bash: unexpected EOF while looking for matching `''\n"),
    ("eval fi", "bash: syntax error near unexpected token `fi'\n"),
    ("bash -c nosuch", "bash: line 1: nosuch: command not found\n"),
    (
        "(echo >/dev/tcp/127.0.0.1/1)",
        "bash: connect: Connection refused\nbash: /dev/tcp/127.0.0.1/1: Connection refused\n",
    ),
]  # fmt: skip
"""Commands, and what bash says of them."""
