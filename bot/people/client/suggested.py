"""What a coach suggested, answered by the client: a yes changes it, a no leaves it, and the coach hears which."""

from bot.core.plan.rhythm import DAYS
from bot.i18n import N_, texts
from bot.people import peer, planning, roster
from bot.people.client import wishes
from bot.people.client.settled import settle
from bot.people.turn import Turn, number, send
from bot.store import assignments, audit, peer_notes, people
from bot.store.people import Client


def rhythm(turn: Turn, client: Client, value: str) -> None:
    """A yes or a no to a rhythm; what is answered already stays so."""
    which, _, said = value.partition(":")
    one, t = assignments.get(turn.tx, number(which)), texts(client.language)
    if one is None or one.client_id != client.id or one.kind != "rhythm" or one.outcome != "sent":
        return send(turn, client.id, t.t("That was answered. /more changes how often it comes."))
    wish = f"{','.join(DAYS[day] for day in planning.rhythm_of(client).days)} {one.words}"
    chosen = wishes.wished(wish) if ":" in one.words else None
    if said == "yes" and chosen is not None and not wishes.may_be(turn, client, chosen):
        text = t.t("{time} lies in your quiet hours, which /quiet changes.", time=one.words)
        return send(turn, client.id, text)
    assignments.end(turn.tx, one.id, "yes" if said == "yes" else "no", turn.now)
    if said != "yes":
        roster.told(turn, client, N_("{name} would like to keep the rhythm as it is."))
        return settle(turn, client.id, "same")
    roster.told(turn, client, N_("{name} said yes to the rhythm that you suggested; it counts from now on."))
    if chosen is not None:
        people.set_rhythm(turn.tx, client.id, rhythm=str(chosen))
        return settle(turn, client.id)
    people.set_rhythm(turn.tx, client.id, weekly=number(one.words))
    return settle(turn, client.id, "weekly")


def leave(turn: Turn, client: Client, value: str) -> None:
    """A yes or a no to words of theirs in a note for a peer; without a yes none goes."""
    which, _, said = value.partition(":")
    one, t = peer_notes.get(turn.tx, number(which)), texts(client.language)
    if one is None or one.client_id != client.id or one.state != "asks" or one.coach_id != client.coach_id:
        return send(turn, client.id, t.t("That was answered; it stays so."))
    peer_notes.settle(turn.tx, one.id, "yes" if said == "yes" else "no")
    if said != "yes":
        audit.add(turn.tx, client.id, "leave to quote refused", turn.now, client.id)
        roster.told(turn, client, N_("{name} would like their words not to be quoted. The note did not go."))
        return send(turn, client.id, t.t("Noted: your words are not quoted, and the note does not go."))
    audit.add(turn.tx, client.id, "leave to quote given", turn.now, client.id)
    peer.hand_out(turn, client, one)
    return send(turn, client.id, t.t("Noted. The note goes as you read it, without your name."))
