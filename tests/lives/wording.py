"""Oracles of words: each is where it belongs, and in nobody's sight to whom it was not shown."""

import json
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from bot.i18n import languages, phrases, texts
from bot.simulator.state import Event

from .deeds import Written
from .life import TOKEN, Act, Person
from .sight import Sight, is_prompt, meetings, plain, sentences

READING = timedelta(seconds=7)
"""Before that it may have been begun before the question in sight."""

NAMED = sentences("Shall your name here be “{name}”?")
ERASED = (*sentences("Deleted here."), *sentences("Erased here."))
NUDGES = {phrases(one).nudge for one in languages()}
GOES = ("change", "goals", "moments")
"""What is typed to these goes to the coach, and says so; it stands elsewhere in the export."""

AFTER = {texts(one).t("After the session") for one in languages()}
"""Under which words stand that come behind a question for a session once that has begun."""

PARTS = tuple(phrases(one).part_next for one in languages())


BYGONE = timedelta(days=14)
"""What is written so long after a question, and is no reply, is of its own day."""


@dataclass(slots=True)
class Words:
    """``asked`` holds, by message, the texts of the questions that its writer may have answered."""

    sight: Sight
    asked: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    echoed: set[str] = field(default_factory=set)  # tokens that the bot asked about, with buttons
    told: int = 0

    def did(self, act: Act, made: int) -> None:
        """Note which question was in sight when something was written."""
        written = self.sight.deeds.written
        if len(written) == self.told:
            return
        self.told, one = len(written), written[-1]
        row = self.sight.rows.get(act.who)
        one.state, one.step = row["state"] if row else "", self.sight.deeds.step(one.who.id)
        if one.state == "joining" and self.sight.ask(
            "SELECT 1 FROM consents WHERE client_id = ?", one.who.id
        ):
            one.state = "agreed"
        found = self._in_sight(one)
        if found:
            self.asked[one.who.id, one.message_id] = found

    def _in_sight(self, one: Written) -> set[str]:
        events = [
            event for event in self.sight.events(one.who) if event.who == "bot" and event.kind == "said"
        ]
        if one.replied:
            return _whole_question(
                [event for event in events if event.message_id <= one.replied and is_prompt(event)],
                one.replied,
            )
        shown = [event for event in events if event.text not in NUDGES]
        if not shown or not is_prompt(shown[-1]) or one.at - shown[-1].at >= BYGONE:
            return set()
        if shown[-1].text.startswith(PARTS):
            return _whole_question([event for event in shown if is_prompt(event)], shown[-1].message_id)
        if one.at - shown[-1].at >= READING:
            return {shown[-1].text}
        return {event.text for event in shown[-2:]} if len(shown) > 1 and is_prompt(shown[-2]) else set()

    def said(self, person: Person, event: Event) -> None:
        """Whose words has the bot just shown to whom?"""
        if event.kind not in ("said", "edited"):
            return
        text = event.text
        message = self.sight.deeds.stage.sim.chat(person.id).messages.get(event.message_id)
        if message is not None and "document" in message.body and not message.deleted:
            text += self.sight.deeds.stage.sim.document(person.id, event.message_id).decode(
                "utf-8", "replace"
            )
        tokens = set(TOKEN.findall(text))
        if event.buttons and person.role == "client":
            self.echoed |= tokens
            self.sight.names |= tokens if any(one.search(event.text) for one in NAMED) else set()
        tokens -= self.sight.names
        if person.role == "client" and any(one.search(text) for one in ERASED):
            self._erased(person)
        if tokens:
            for one in self.sight.deeds.written:
                if tokens & set(one.tokens) and one.who.id != person.id:
                    self._shown(person, one, edited=event.kind == "edited")

    def _erased(self, person: Person) -> None:
        """Something was deleted by its writer, who was shown how it began: what is not there now is no loss."""
        rows = self.sight.ask("SELECT message_id FROM response_texts WHERE client_id = ?", person.id)
        there = {row[0] for row in rows}
        for one in self.sight.deeds.written:
            if one.who.id == person.id and one.message_id not in there:
                self.echoed.update(one.tokens)

    def _shown(self, reader: Person, one: Written, edited: bool) -> None:
        """Words of one person in the chat of another: only the own coach's, and only what is shared."""
        if reader.role != "coach":
            return self.sight.find("route", f"words of a client in the chat of a {reader.role}", one.who.name)
        row = self.sight.deeds.row(one.who.id)
        if row is None:
            return None if edited else self.sight.find("route", "words of who is no client", one.who.name)
        if row["coach_id"] != reader.id:
            return self.sight.find("route", "words with another coach", one.who.name)
        kept = self.sight.ask(
            "SELECT r.visibility FROM response_texts t JOIN responses r ON r.id = t.response_id "
            "WHERE t.client_id = ? AND t.message_id = ?",
            one.who.id,
            one.message_id,
        )
        if not kept and one.step in GOES:
            return None
        if not kept:
            return self.sight.find("route", "words that are kept nowhere", one.who.name, str(one))
        if kept[0][0] == "private" and not edited:
            return self.sight.find("route", "private words with the coach", one.who.name, str(one))
        return None

    def look(self) -> None:
        """Where each word is, is looked at in the end."""

    def exported(self, person: Person, export: dict[str, Any]) -> None:
        """At the end: is every word in its writer's export, under the question that was in sight?"""
        by_token = {
            token: response
            for response in export["responses"]
            for token in TOKEN.findall(json.dumps([response["texts"], response["edits"]]))
        }
        elsewhere = set(TOKEN.findall(json.dumps({**export, "responses": []})))
        name = set(TOKEN.findall(export["client"]["name"] or ""))
        joined = export["client"]["joined_at"]
        for one in self.sight.deeds.written:
            if one.who.id != person.id:
                continue
            before = one.at.isoformat() < joined or one.state in ("", "joining")
            for token in one.tokens:
                if token in by_token or token not in elsewhere or one.step not in GOES:
                    self._kept(one, token, before, by_token, name)

    def _kept(self, one: Written, token: str, before: bool, by_token: dict[str, Any], name: set[str]) -> None:
        who, response = one.who.name, by_token.get(token)
        if before:
            if response is not None:
                self.sight.find("unkept", "kept though told that nothing is", who, str(one))
        elif token in name:
            if token not in self.echoed:
                self.sight.find("words", "taken for a name unasked", who, str(one))
        elif response is None:
            if token not in self.echoed and one.state != "agreed" and not one.button:
                self.sight.find("words", f"lost ({one.verb}, {one.state})", who, str(one))
        elif not self._in_place(one, response["prompt"] or ""):
            where = "another question" if response["prompt"] else "no question"
            self.sight.find("words", f"filed under {where} ({one.verb})", who, str(one))

    def _in_place(self, one: Written, prompt: str) -> bool:
        """Whether it stands under a question that was in sight, where one was; an edit stays where it was."""
        asked = self.asked.get((one.who.id, one.message_id), set())
        if not asked or one.verb == "edits":
            return True
        if not prompt and one.state == "stopped":  # beside words that are shared it would be shared too
            return True
        if prompt in AFTER:
            return self._session_began(one)
        # above a question that the coach chose stands a line that says so, and is no part of it
        # and what it quotes of an answer goes with that answer
        asks = plain(prompt.rpartition("\n\n")[2])
        return bool(prompt) and any(plain(text).endswith(asks) for text in asked)

    def _session_began(self, one: Written) -> bool:
        """Whether a coaching session of the writer began in the two weeks before."""
        rows = self.sight.ask("SELECT * FROM coaching_sessions WHERE client_id = ?", one.who.id)
        return any(starts <= one.at <= starts + timedelta(weeks=2) for starts, _ in meetings(rows, one.at))


def _whole_question(prompts: list[Event], number: int) -> set[str]:
    """The prompt of that message; with the second half of a question, which is kept as one, the first as well."""
    its = [event for event in prompts if event.message_id == number]
    if not any(event.text.startswith(PARTS) for event in its):
        return {event.text for event in its}
    firsts = [event.text for event in prompts if not event.text.startswith(PARTS)]
    return {event.text for event in its} | set(firsts[-1:])
