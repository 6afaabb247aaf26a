"""The bot's card: getMe, commands by scope and language, names, descriptions, menu button, leaving."""

from typing import Any

import pytest
import telegram
from serving import refusal, served, standing
from telegram import BotCommandScopeAllPrivateChats, BotCommandScopeChat


async def test_get_me() -> None:
    """getMe is the bot whose token was used."""
    async with served() as on:
        me = await on.bot.get_me()
        assert (me.id, me.is_bot, me.username) == (int(on.sim.token.split(":")[0]), True, "interlude_bot")


async def test_commands_by_scope_and_language() -> None:
    """Each scope and language has its own list; a person sees the nearest."""
    async with served() as on:
        ada, coach = on.sim.person("Ada", started=True), on.sim.person("Cora", started=True, language="de")
        private = BotCommandScopeAllPrivateChats()
        await on.bot.set_my_commands([("menu", "What I can do")])
        await on.bot.set_my_commands([("menu", "Was ich kann")], private, "de")
        await on.bot.set_my_commands([("session", "Log a session")], BotCommandScopeChat(coach.id))
        assert (await on.bot.get_my_commands())[0].description == "What I can do"
        assert await on.bot.get_my_commands(private) == ()
        assert (await on.bot.get_my_commands(private, "de"))[0].description == "Was ich kann"
        shown = [
            (await on.http.get("/_sim/commands", params={"chat_id": one.id})).json() for one in (ada, coach)
        ]
        assert [one["result"][0]["command"] for one in shown] == ["menu", "session"]
        await on.bot.delete_my_commands(BotCommandScopeChat(coach.id))
        last = (await on.http.get("/_sim/commands", params={"chat_id": coach.id})).json()["result"]
        assert last[0]["description"] == "Was ich kann"
        await on.bot.set_my_commands([])
        assert await on.bot.get_my_commands() == ()


@pytest.mark.parametrize(
    ("args", "description"),
    [
        ({"commands": "{"}, "can't parse commands JSON object"),
        ({"commands": {"command": "a"}}, "expected an Array of BotCommand"),
        ({"commands": ["a"]}, "can't parse BotCommand: expected an Object"),
        ({"commands": [{"command": "a"}]}, "can't parse BotCommand: Can't find field \"description\""),
        ({"commands": [{"command": "/", "description": "x"}]}, "command must be non-empty"),
        ({"commands": [{"command": "a" * 33, "description": "x"}]}, "command length must not exceed 32"),
        ({"commands": [{"command": "a", "description": " "}]}, "command description must be non-empty"),
        (
            {"commands": [{"command": "a", "description": "x" * 257}]},
            "command description length must not exceed 256",
        ),
        ({"commands": [{"command": "no-dash", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        (
            {"commands": [{"command": f"c{n}", "description": "x"} for n in range(101)]},
            "BOT_COMMANDS_TOO_MUCH",
        ),
        ({"scope": "["}, "can't parse BotCommandScope JSON object"),
        ({"scope": []}, "can't parse BotCommandScope: BotCommandScope must be an Object"),
        ({"scope": {"type": "moon"}}, "can't parse BotCommandScope: Unsupported type specified"),
        ({"scope": {"type": "chat"}}, "can't parse BotCommandScope: Empty chat_id specified"),
        ({"scope": {"type": "chat", "chat_id": 5}}, "chat not found"),
        ({"scope": {"type": "chat_member", "chat_id": 10001}}, "can't use specified scope in private chats"),
        ({"language_code": "english"}, "invalid language code specified"),
    ],
)
def test_commands_that_are_refused(args: dict[str, Any], description: str) -> None:
    """Commands, scopes and languages of the wrong form are refused."""
    sim, _ = standing()
    sim.person("Ada", started=True)
    assert refusal(sim, "setMyCommands", **args) == f"Bad Request: {description}"


async def test_names_and_descriptions() -> None:
    """Names and descriptions are kept by language, fall back to the general one, and have their lengths."""
    async with served() as on:
        assert (await on.bot.get_my_name()).name == "Interlude"
        await on.bot.set_my_name("Between")
        await on.bot.set_my_name("Dazwischen", "de")
        await on.bot.set_my_description("For the time between sessions")
        await on.bot.set_my_short_description("Between sessions")
        assert (await on.bot.get_my_name("de")).name == "Dazwischen"
        assert (await on.bot.get_my_name("fr")).name == "Between"
        assert (await on.bot.get_my_description("fr")).description == "For the time between sessions"
        assert (await on.bot.get_my_short_description()).short_description == "Between sessions"
        await on.bot.set_my_short_description("")
        assert (await on.bot.get_my_short_description()).short_description == ""
    assert refusal(on.sim, "setMyName", name="x" * 65) == "Bad Request: BOT_TITLE_INVALID"
    assert (
        refusal(on.sim, "setMyDescription", description="x" * 513) == "Bad Request: BOT_DESCRIPTION_INVALID"
    )
    assert refusal(on.sim, "setMyShortDescription", short_description="x" * 121) == (
        "Bad Request: BOT_SHORT_DESCRIPTION_INVALID"
    )


async def test_the_menu_button() -> None:
    """A chat's own menu button goes before the one for all."""
    async with served() as on:
        ada = on.sim.person("Ada", started=True)
        app = telegram.MenuButtonWebApp("Open", telegram.WebAppInfo("https://example.org"))
        await on.bot.set_chat_menu_button(menu_button=app)
        assert await on.bot.get_chat_menu_button(ada.id) == app
        await on.bot.set_chat_menu_button(ada.id, telegram.MenuButtonCommands())
        assert await on.bot.get_chat_menu_button(ada.id) == telegram.MenuButtonCommands()
    wrong = refusal(on.sim, "setChatMenuButton", menu_button={"type": "round"})
    assert wrong == "Bad Request: can't parse menu button: MenuButton has unsupported type"


async def test_leaving() -> None:
    """close changes nothing; after logOut every call is refused until a reset."""
    async with served() as on:
        assert await on.bot.close()
        assert await on.bot.log_out()
        assert (await on.call("getMe"))["description"] == "Bad Request: Logged out"
        await on.admin("reset")
        assert (await on.call("getMe"))["ok"]
