"""getUpdates and the webhook's settings: the two ways of taking updates, never both."""

import re
from urllib.parse import urlsplit

from bot.simulator.arguments import Call, Json
from bot.simulator.refused import bad, conflict
from bot.simulator.state import State, Webhook
from bot.simulator.updates import DEFAULT_KINDS

MOST_UPDATES = 100
LONGEST_POLL = 50
SECRET = re.compile(r"[A-Za-z0-9_-]*")
HOOKED = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLL = "terminated by other getUpdates request; make sure that only one bot instance is running"
HOOK_SET = "terminated by setWebhook request"


def get_updates(state: State, call: Call) -> list[Json]:
    """getUpdates without waiting: what is there. The long poll around it lives where the waiting is done."""
    if state.webhook.url:
        raise conflict(HOOKED)
    allow(state, call)
    limit = call.integer("limit", MOST_UPDATES, 1, MOST_UPDATES)
    return [update.body for update in state.updates.take(call.integer("offset"), limit)]


def allow(state: State, call: Call) -> None:
    """Remember allowed_updates when the call names them; else the earlier choice stays."""
    if call.args.get("allowed_updates") in (None, ""):
        return
    kinds = call.json("allowed_updates", "allowed_updates")
    if not isinstance(kinds, list):
        raise bad("can't parse allowed_updates: expected an Array of String")
    state.updates.allow(str(kind) for kind in kinds)


def set_webhook(state: State, call: Call) -> tuple[bool, str]:
    """setWebhook: updates are pushed to the url from now on; an empty url deletes it."""
    url = call.text("url").strip()
    if not url:
        return delete_webhook(state, call)
    secret = call.text("secret_token")
    _check_url(url)
    if len(secret) > 256:
        raise bad("secret token is too long")
    if not SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    allow(state, call)
    if call.flag("drop_pending_updates"):
        state.updates.clear()
    old = state.webhook
    same = (old.url, old.secret) == (url, secret)
    state.webhook = Webhook(
        url=url,
        secret=secret,
        max_connections=call.integer("max_connections", 40, 1, 100),
        certificate="certificate" in call.files,
        ip_address=call.text("ip_address"),
        generation=old.generation + 1,
        listeners=old.listeners,
    )
    _tell(state)
    return True, "Webhook is already set" if same else "Webhook was set"


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("https", "http") or not parts.hostname:
        raise bad("invalid webhook URL specified")
    # as a self-hosted server in local mode does: plain HTTP is fine on this machine
    if parts.scheme == "http" and parts.hostname not in ("127.0.0.1", "localhost", "::1", "testserver"):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")


def delete_webhook(state: State, call: Call) -> tuple[bool, str]:
    """deleteWebhook."""
    had = bool(state.webhook.url)
    if call.flag("drop_pending_updates"):
        state.updates.clear()
    old = state.webhook
    state.webhook = Webhook(generation=old.generation + 1, listeners=old.listeners)
    _tell(state)
    return True, "Webhook was deleted" if had else "Webhook is already deleted"


def _tell(state: State) -> None:
    for listener in state.webhook.listeners:
        listener()


def get_webhook_info(state: State, call: Call) -> Json:
    """getWebhookInfo: in both ways of working."""
    hook = state.webhook
    state.updates.expire()
    info: Json = {
        "url": hook.url,
        "has_custom_certificate": hook.certificate,
        "pending_update_count": len(state.updates.waiting),
    }
    if hook.url:
        info["max_connections"] = hook.max_connections
        if hook.ip_address:
            info["ip_address"] = hook.ip_address
        if hook.last_error_at is not None:
            info["last_error_date"] = int(hook.last_error_at.timestamp())
            info["last_error_message"] = hook.last_error
    return info | _chosen(state)


def _chosen(state: State) -> Json:
    chosen = state.updates.allowed
    return {} if chosen == DEFAULT_KINDS else {"allowed_updates": sorted(chosen)}
