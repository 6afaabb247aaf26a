"""/checklist: what a coach settles before the first client, for it is settled nowhere else."""

from bot.i18n import texts
from bot.people import hosting
from bot.people.turn import Turn, send
from bot.store.people import Coach


def show(turn: Turn, coach: Coach, rest: str = "") -> None:
    """The points, each of them a coach's own to answer; nothing is noted of it.

    They follow what bodies of the field ask of work at a distance (docs/evidence.md: competence, consent,
    confidentiality, security, disposal, borders, emergencies).
    """
    t = texts(coach.language)
    points = (
        t.t("Training: what you work with and what you refer on, and to whom."),
        t.t("Borders: where each client lives, and whether you may work with them there."),
        t.t("Emergencies: where each client is, whom you call there, and who stands in when you are away."),
        t.t("Agreement: what is kept, who reads it and on which days (/agreement)."),
        t.t("Records: how long you keep what reaches you, and how you delete it on your devices."),
        t.t("Devices: a lock on phone and computer, two-step verification in Telegram."),
        t.t("Nobody watches here: your clients know how you are reached between sessions."),
    )
    said = [
        t.t("To settle before your first client:"),
        *(f"☐ {one}" for one in points),
        hosting.where(turn, t),
    ]
    send(turn, coach.id, "\n".join(said))
