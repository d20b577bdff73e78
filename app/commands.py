"""The commands beside running the terminal, and the options that only they have: one row each, for the command line and --help."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """words: what may follow it. sentence: for --help."""

    name: str
    words: str
    sentence: str


@dataclass(frozen=True)
class Option:
    """flag: without a value."""

    name: str
    metavar: str
    sentence: str
    flag: bool = False


COMMANDS = (
    Command("run", "", "play the session (what happens without a command)"),
    Command("kill", "", "engage the kill switch of the terminal on --data DIR, running or not: new orders are blocked, a running "
            "terminal cancels all of ours at once (--source says who or why)"),
    Command("verify", "[DIR]", "short for journal verify"),
    Command("journal", "verify [DIR]", "every checksum, the whole hash chain, and the events of the last run again (--deep: of "
            "every run, and every snapshot); --json for programs"),
    Command("journal", "show ORDER [DIR]", "everything that happened to an order; show [DIR] --correlation ID follows one decision"),
    Command("journal", "export FILE [DIR]", "the entries as JSON lines (FILE.jsonl), as a table (FILE.csv), or on the screen (-)"),
    Command("journal", "repair [DIR]", "copy a damaged journal, then cut it before the damage, after asking"),
    Command("backup", "TO", "copy a data folder, running or not, to another place: only what is new, everything verified"),
    Command("restore", "FROM", "bring a backup into an empty data folder (--data), verified again"),
    Command("people", "list", "who has an account, with which roles (--json for programs)"),
    Command("people", "add NAME ROLE[,ROLE]", "a new account: viewer, trader, risk_officer, operator; asks for the password without "
            "showing it, or takes it from standard input, one answer a line"),
    Command("people", "roles NAME ROLE[,ROLE]", "other roles; disable NAME and enable NAME take and give back the whole account. Once "
            "there are an operator and a risk officer, each of these asks for the passwords of both"),
    Command("people", "password NAME", "a new password: with the old one, or by an operator and a risk officer"),
    Command("people", "code NAME [off]", "a second factor: codes of an authenticator app at every sign-in"),
    Command("limits", "check FILE", "whether a file of limits is right, line by line, without putting it into force; the instruments are "
            "those of --data, or of --session"),
    Command("limits", "show", "the limits in force, as such a file"),
    Command("limits", "try FILE", "the time machine: what such limits would have refused, and let through, of every order in the "
            "journal (--journal DIR; default: of --data); --json for programs"),
    Command("history", "show", "the audit trail from the history database: --from, --to, --kind, --person, --correlation, --limit; "
            "--json for programs"),
    Command("history", "rebuild", "make the history database anew from the journal"),
    Command("history", "check", "compare every row of it with the journal folded afresh"),
)
OPTIONS = (
    Option("source", "TEXT", "for kill: who or what decided"),
    Option("scope", "KIND:NAME", "for kill: venue, instrument, account, trader, desk, strategy, session or order, and its name; orders "
           "of other scopes go on working; default: everything"),
    Option("correlation", "ID", "for journal show and history show: the id that one decision's commands carry"),
    Option("journal", "DIR", "for limits try: the data folder whose recorded days are played again"),
    Option("from", "TIME", "for history show: session time, 2018-07-13T14:00:00 or nanoseconds"),
    Option("to", "TIME", "for history show: the last moment that is shown"),
    Option("kind", "KINDS", "for history show: kinds of audit rows, separated by commas"),
    Option("person", "NAME", "for history show: who was behind it"),
    Option("limit", "N", "for history show: at most so many rows (1000)"),
    Option("deep", "", "for journal verify: replay every run, check every snapshot", flag=True),
    Option("yes", "", "for journal repair: do not ask", flag=True),
)
NAMES = tuple(dict.fromkeys(command.name for command in COMMANDS))
WITH_WORDS = {command.name for command in COMMANDS if command.words}


def help_lines() -> str:
    """The commands, for the end of --help."""
    lines = []
    for command in COMMANDS:
        if command.name == "run":
            continue
        lines.append(f"  {command.name} {command.words}".rstrip())
        line = "     "
        for word in command.sentence.split():
            if len(line) + len(word) > 118:
                lines.append(line)
                line = "     "
            line += " " + word
        lines.append(line)
    return "\n".join(lines)
