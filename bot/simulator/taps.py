"""Buttons: a person taps one, the bot answers the query in time or too late."""

from datetime import timedelta

from bot.simulator.arguments import Call, Json
from bot.simulator.messages import quoted
from bot.simulator.refused import bad
from bot.simulator.state import ChatMessage, Event, Person, Query, State

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
ANSWER_LENGTH = 200
# how long Telegram takes an answer; the update itself lives 150 s in the queue
ANSWERABLE = timedelta(seconds=150)


def tap(state: State, message: ChatMessage, data: str, label: str, by: Person) -> str:
    """A person taps a button with callback_data; the id of the query."""
    query_id = str(4_000_000_000_000_000 + state.next_query)
    state.next_query += 1
    state.queries[query_id] = Query(query_id, message.chat_id, message.id, state.now() + ANSWERABLE)
    chat = state.chats[message.chat_id]
    body: Json = {
        "id": query_id,
        "from": by.json(),
        "message": quoted(message),
        "chat_instance": str(7_000_000_000 + abs(chat.id)),
        "data": data,
    }
    state.record(chat, Event(state.now(), "tapped", by.first_name, message.id, label))
    state.updates.add("callback_query", body, f"taps:{by.id}")
    return query_id


def answer_callback_query(state: State, call: Call) -> bool:
    """answerCallbackQuery: once, in time, with at most 200 characters."""
    query = state.queries.get(call.text("callback_query_id"))
    if query is None or query.answered or state.now() > query.expires:
        raise bad(TOO_OLD)
    text = call.text("text")
    if len(text) > ANSWER_LENGTH:
        raise bad("MESSAGE_TOO_LONG")
    query.answered = True
    if text:
        chat = state.chats[query.chat_id]
        state.record(chat, Event(state.now(), "notice", "bot", query.message_id, text))
    return True
