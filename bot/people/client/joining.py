"""A client joins: opens the link, reads what this is, agrees or not, and says name, place, days and hours.

Every step takes a tap or words. Nothing that is written before the agreement is kept.
"""

from collections.abc import Collection
from datetime import timedelta

from bot import places
from bot.core.base import wall
from bot.core.plan import rhythm
from bot.i18n import ENGLISH, N_, Texts, texts
from bot.people import planning
from bot.people.turn import Rows, Turn, send
from bot.store import consents, erase, people, scripts
from bot.store.people import Client
from bot.telegram import escape

AGREEMENT = "2026-11-22"
"""The version of the text that is agreed to; a change of ``notice`` changes it."""

DAYS = (
    ("mon,wed,fri", N_("Mon, Wed, Fri")),
    ("tue,thu", N_("Tue, Thu")),
    ("mon,tue,wed,thu,fri", N_("Monday to Friday")),
    ("mon,tue,wed,thu,fri,sat,sun", N_("Every day")),
)
HOURS = (("12:30", N_("12:30")), ("19:00", N_("19:00")), ("12:30,19:00", N_("12:30 and 19:00")))


def begin(turn: Turn, chat_id: int, coach_id: int, language: str) -> None:
    """The invite was good: the client is known from now on, and reads what this is."""
    tongue = spoken(language, scripts.languages(turn.tx))
    client = people.add_client(turn.tx, chat_id, coach_id, language=tongue, step="agree", now=turn.now)
    send(turn, chat_id, notice(turn, client), _agreeing(turn, client))


def spoken(language: str, scripted: Collection[str]) -> str:
    """The language of a client whose app is in ``language``: one that has scripts and an interface, else English.

    So that scripts and what stands around them are never in two languages.
    """
    own = texts(language).language
    return own if own in scripted else ENGLISH


def heard(turn: Turn, client: Client, words: str) -> None:
    """Words while joining, or while a setting is asked for."""
    match client.step:
        case "agree":
            _agree(turn, client, _meant(words))
        case "name":
            _named(turn, client, words.strip()[:60])
        case "zone":
            _placed(turn, client, words)
        case "days":
            _days(turn, client, words)
        case "hours":
            _hours(turn, client, words)


def tapped(turn: Turn, client: Client, act: str) -> None:
    """A tap while joining; one of a step that is over changes nothing."""
    step, _, value = act.partition(":")
    steps = {"agree": _agree, "name": _named, "zone": _zone_chosen, "days": _days, "hours": _hours}
    if step == client.step and step in steps:
        steps[step](turn, client, value)


def notice(turn: Turn, client: Client) -> str:
    """What this is, in a few lines, before anything is asked (docs/evidence.md)."""
    t, coach = _words(client), escape(people.coach_name(turn.tx, client.coach_id))
    return "\n\n".join(
        (
            t.t(
                "Hello. {coach} invited you to Interlude, a bot for the time between your coaching sessions.",
                coach=coach,
            ),
            t.t(
                "It is a script: people wrote its questions, and no person and no AI answers here. What you "
                "choose to share goes to {coach}, usually once a week, and is shown to nobody else.",
                coach=coach,
            ),
            t.t(
                "It is not an emergency service, and nobody is watching. In danger, call your emergency number "
                "(112 or 911 in many countries). findahelpline.com lists people to talk to."
            ),
            t.t(
                "Telegram chats with bots are not end-to-end encrypted: Telegram keeps a copy. "
                "A second copy is kept here, encrypted."
            ),
            t.t(
                "You can pass on any question, pause, stop, and change who sees what. /export gives you all you "
                "wrote, /erase erases it. This is for people of 18 and over."
            ),
            t.t("Would you like to begin?"),
        )
    )


def _agreeing(turn: Turn, client: Client) -> Rows:
    t = _words(client)
    coach = people.coach_name(turn.tx, client.coach_id)
    return (
        ((t.t("Yes, share my answers with {coach}", coach=coach)[:60], "j:agree:session"),),
        ((t.t("Yes, private until I share"), "j:agree:private"),),
        ((t.t("Not now"), "j:agree:no"),),
    )


def _meant(words: str) -> str:
    word = words.strip().casefold()
    if word in ("yes", "y", "ok", "okay", "agree", "i agree", "ja", "si", "sí", "oui", "да", "نعم"):
        return "private"
    return "no" if word in ("no", "not now", "nein", "non", "нет", "لا") else ""


def _agree(turn: Turn, client: Client, choice: str) -> None:
    t = _words(client)
    if choice == "no":
        erase.client(turn.tx, client.id, turn.now)
        coach = escape(people.coach_name(turn.tx, client.coach_id))
        return send(
            turn,
            client.id,
            t.t(
                "All right. Nothing is kept. If you would like to come back, {coach} can make a new link.",
                coach=coach,
            ),
        )
    if choice not in ("session", "private"):
        return send(turn, client.id, t.t("A tap on one of these is enough."), _agreeing(turn, client))
    consents.add(turn.tx, client.id, consents.STORE, True, AGREEMENT, turn.now)
    consents.add(turn.tx, client.id, consents.SHARE, choice == "session", AGREEMENT, turn.now)
    people.change_client(turn.tx, client.id, visibility=choice, step="name")
    return _ask_name(turn, client)


def _ask_name(turn: Turn, client: Client) -> None:
    t, coach = _words(client), escape(people.coach_name(turn.tx, client.coach_id))
    text = t.t(
        "How would you like to be called? {coach} sees it too. A name is enough, or none.", coach=coach
    )
    send(turn, client.id, text, (((t.t("No name"), "j:name:"),),))


def _named(turn: Turn, client: Client, name: str) -> None:
    people.rename_client(turn.tx, client.id, name)
    if client.state != "joining":  # a change of name later on
        people.change_client(turn.tx, client.id, step="")
        return send(turn, client.id, _words(client).t("Noted."))
    people.change_client(turn.tx, client.id, step="zone")
    return ask_zone(turn, client)


def ask_again(turn: Turn, client: Client) -> None:
    """Say once more what is being asked."""
    match client.step:
        case "agree":
            send(turn, client.id, notice(turn, client), _agreeing(turn, client))
        case "name":
            _ask_name(turn, client)
        case "zone":
            ask_zone(turn, client)
        case "days":
            ask_days(turn, client, client.zone)
        case "hours":
            _ask_hours(turn, client)


def ask_zone(turn: Turn, client: Client) -> None:
    t = _words(client)
    coach = people.coach(turn.tx, client.coach_id)
    rows: Rows = ()
    if coach and coach.zone:
        label = t.t("The same as {coach}: {zone}", coach=coach.name, zone=t.zone(coach.zone))
        rows = (((label[:60], f"j:zone:{coach.zone}"),),)
    text = t.t("Where are you? A city is enough, like Lisbon, or the time where you are, like 14:35.")
    send(turn, client.id, text, rows)


def _placed(turn: Turn, client: Client, words: str) -> None:
    t = _words(client)
    zones = places.find(words, client.language) or places.by_clock(words, turn.now)
    if len(zones) == 1:
        return _zone_chosen(turn, client, zones[0])
    if not zones:
        text = t.t(
            "That place is not known here. A larger city nearby works, or the time where you are, like 14:35."
        )
        return send(turn, client.id, text)
    rows = tuple(((t.zone(zone), f"j:zone:{zone}"),) for zone in zones[:8])
    return send(turn, client.id, t.t("Which of these is nearest to you?"), rows)


def _zone_chosen(turn: Turn, client: Client, zone: str) -> None:
    if not places.known(zone):
        return ask_zone(turn, client)
    people.change_client(turn.tx, client.id, zone=zone)
    if client.state != "joining":  # a change of place later on
        return settle(turn, client.id)
    people.change_client(turn.tx, client.id, step="days")
    return ask_days(turn, client, zone)


def ask_days(turn: Turn, client: Client, zone: str) -> None:
    """On which days prompts may come."""
    t = _words(client)
    text = t.t(
        "{zone}, where it is {time} now. On which days may a question come? "
        "Tap, or write days like: mon thu. You can change it any time.",
        zone=t.zone(zone),
        time=t.clock(turn.now.astimezone(wall.zone_of(zone))),
    )
    rows = tuple(((t.t(label), f"j:days:{value}"),) for value, label in DAYS)
    send(turn, client.id, text, rows)


def _days(turn: Turn, client: Client, words: str) -> None:
    t = _words(client)
    days = t.day_codes(words)
    try:
        rhythm.parse_rhythm(f"{days} 12:00")
    except ValueError:
        return send(turn, client.id, t.t("Days like these work: mon wed fri."))
    people.change_client(turn.tx, client.id, draft={"days": days})
    people.change_client(turn.tx, client.id, step="hours")
    return _ask_hours(turn, client)


def _ask_hours(turn: Turn, client: Client) -> None:
    t = _words(client)
    text = t.t("At what time? Tap, or write one like 7:30, or several like 12:30, 19:00.")
    rows = tuple(((t.t(label), f"j:hours:{value}"),) for value, label in HOURS)
    send(turn, client.id, text, rows)


def _hours(turn: Turn, client: Client, words: str) -> None:
    t = _words(client)
    wish = f"{client.draft.get('days', planning.DEFAULT_DAYS)} {words.replace('،', ',')}"
    try:
        chosen = rhythm.parse_rhythm(wish)
        rhythm.check(chosen, planning.quiet_of(client), turn.config.time)
    except ValueError:
        text = t.t("Times like 7:30 or 12:30, 19:00 work: up to three, outside the quiet hours.")
        return send(turn, client.id, text)
    people.set_rhythm(turn.tx, client.id, rhythm=str(chosen))
    return settle(turn, client.id)


def settle(turn: Turn, client_id: int) -> None:
    """All is known: the client is active, the plan is made, and they read what comes next."""
    client = people.change_client(turn.tx, client_id, step="", draft={}, changed_at=turn.now)
    if client.state == "joining":
        client = people.change_client(turn.tx, client_id, state="active")
    _say_settled(turn, client)


def _say_settled(turn: Turn, client: Client) -> None:
    t = _words(client)
    nearest = planning.next_prompt(turn, client, timedelta(days=28))
    lines = [t.t("That is set: {rhythm}.", rhythm=planning.rhythm_in_words(t, client))]
    if nearest:
        lines.append(
            t.t("As things stand, the next question comes on {when}.", when=t.when(nearest, client.zone))
        )
    lines.append(
        t.t("If you like, one can come right now. /menu changes anything, /help says where help is.")
    )
    rows: Rows = (((t.t("A question now"), "m:now"),),)
    send(turn, client.id, "\n".join(lines), rows)


def _words(client: Client) -> Texts:
    return texts(client.language)
