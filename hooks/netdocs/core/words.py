"""Every word the tooling puts on a page, by language. Nothing else in this package speaks to readers."""

from __future__ import annotations

from calendar import month_name
from dataclasses import dataclass, replace
from datetime import datetime

from netdocs.core import picture_words
from netdocs.core.picture_words import PictureWords


@dataclass(frozen=True, slots=True)
class Words:
    """The phrases of one language; braces are filled in by `str.format`."""

    cli: str
    python: str
    output: str
    printed: str
    recorded: str
    stop: str
    stale: str
    borrowed: str
    emulated: str
    not_run: str
    today: str
    day: str
    days: str
    months: tuple[str, ...]
    date: str
    scenario_title: str
    scenario_intro: str
    claims: str
    claim: str
    engine: str
    where: str
    page: str
    its_output: str
    count: str
    proven: str
    unproven: str
    by_engine: str
    by_engine_intro: str
    differs: str
    recordings_only: str
    more_lines: str
    note: str
    filter: str
    all_results: str
    yourself: str
    yourself_own: str
    yourself_machines: str
    yourself_lab: str
    verdicts: dict[str, str]
    picture: PictureWords


ENGLISH = Words(
    cli="CLI",
    python="Python",
    output="Output",
    printed="Printed by Docker Engine {version} on {date}, in {seconds}",
    recorded="A recording, {age} old: printed by Docker Engine {version} on {date}, in {seconds}",
    stop=".",
    stale="The scenario has changed since then.",
    borrowed="The kernel was Linux {release} on an emulated computer, where everything takes longer.",
    emulated="in an emulated computer",
    not_run="Not run here: {reason}.",
    today="less than a day",
    day="one day",
    days="{days} days",
    months=tuple(month_name[1:]),
    date="{day} {month} {year}",
    scenario_title="Scenario {name}",
    scenario_intro="The whole file, as it was played. It needs nothing of this site: run it against your own engine.",
    claims="What it proves",
    claim="Claim",
    engine="Engine",
    where="Where",
    page="page {name}",
    its_output="output",
    count="{claims} claims, {checks} checks: {verdicts}.",
    proven="Checked: {sentence}",
    unproven="Not checked yet: {sentence}",
    by_engine="Where engines differ",
    by_engine_intro="The same steps on every engine this site knows. Lines that differ from the first tab are marked.",
    differs="Other engines print something else.",
    recordings_only="No Docker Engine was at hand when these pages were built: every output is a recording, "
    "made between {first} and {last}.",
    more_lines="{count} more lines",
    note="Note {number}",
    filter="Filter",
    all_results="All results",
    yourself="Play it yourself",
    yourself_own="On a Linux machine with Docker Engine that you can do without, since it makes containers and "
    "networks and does not remove them: save the file and run",
    yourself_machines="It needs more machines than one ({machines}), so play it in the lab.",
    yourself_lab="The lab that it was played in is yours as well, and does no harm to your machine. In a copy of "
    "this project, type the following, and then the commands of the file:",
    verdicts={
        "passed": "passed",
        "failed": "failed",
        "not applicable": "not applicable",
        "not run": "not run here",
        "not recorded": "not recorded",
    },
    picture=picture_words.ENGLISH,
)

JAPANESE = replace(
    ENGLISH,
    output="出力",
    printed="{date}にDocker Engine {version}が出力（{seconds}）",
    recorded="記録（{age}前）：{date}にDocker Engine {version}が出力（{seconds}）",
    stop="。",
    stale="その後シナリオが変更されています。",
    borrowed="カーネルはエミュレートしたコンピューター上のLinux {release}で、すべてに時間がかかります。",
    emulated="エミュレートしたコンピューター上",
    not_run="ここでは実行していません：{reason}。",
    today="1日以内",
    day="1日",
    days="{days}日",
    months=tuple(f"{month}月" for month in range(1, 13)),
    date="{year}年{month}{day}日",
    scenario_title="シナリオ {name}",
    scenario_intro="実行したファイルの全文です。このサイト固有のものは必要なく、手元のDocker Engineでも実行できます。",
    claims="証明していること",
    claim="主張",
    engine="エンジン",
    where="場所",
    page="ページ {name}",
    its_output="出力",
    count="主張{claims}件、検査{checks}回：{verdicts}。",
    proven="検査済み：{sentence}",
    unproven="未検査：{sentence}",
    by_engine="エンジンによる違い",
    by_engine_intro="同じ手順を、このサイトが扱うすべてのエンジンで実行したものです。最初のタブと異なる行に印があります。",
    differs="ほかのエンジンでは出力が異なります。",
    recordings_only="このサイトはDocker Engineのない環境で作られました。出力はすべて{first}から{last}までの記録です。",
    more_lines="ほか{count}行",
    note="注{number}",
    filter="絞り込み",
    all_results="すべての結果",
    yourself="自分で試す",
    yourself_own="コンテナやネットワークを作ったまま残すので、壊れてもよいLinuxマシン（Docker Engine入り）で、"
    "ファイルを保存して実行します：",
    yourself_machines="複数のマシン（{machines}）が必要なので、ラボで実行してください。",
    yourself_lab="または、実行に使われたものと同じラボで試せます。手元のマシンには影響しません。このプロジェクトのコピーで"
    "次のコマンドを実行し、続けてファイルのコマンドを入力します：",
    verdicts={
        "passed": "合格",
        "failed": "不合格",
        "not applicable": "対象外",
        "not run": "未実行",
        "not recorded": "記録なし",
    },
    picture=picture_words.JAPANESE,
)

LANGUAGES = {"en": ENGLISH, "ja": JAPANESE}


def words(language: str) -> Words:
    """The words of a language, English where it has none yet."""
    return LANGUAGES.get(language, ENGLISH)


def date(words: Words, played: str) -> str:
    """The day of a UTC time stamp, as the language writes it."""
    when = datetime.fromisoformat(played)
    return words.date.format(day=when.day, month=words.months[when.month - 1], year=when.year)


def age(words: Words, played: str, now: datetime) -> str:
    """How long ago that was, in whole days."""
    days = max((now - datetime.fromisoformat(played)).days, 0)
    return words.today if not days else words.day if days == 1 else words.days.format(days=days)


_LEAST = 0.01


def seconds(value: float) -> str:
    """A duration with as many digits as mean something: `<0.01 s`, `0.12 s`, `3.4 s`."""
    if value < _LEAST:
        return f"<{_LEAST} s"
    return f"{value:.2f} s" if value < 1 else f"{value:.1f} s"
