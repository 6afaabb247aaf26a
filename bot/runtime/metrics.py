"""Metrics: the tally and the boxes as Prometheus reads them. No ids, no words: every label is a word of our own."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, ProcessCollector, generate_latest
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)

from bot import __version__
from bot.runtime.house import House
from bot.runtime.tally import EDGES, Spans, Tally
from bot.store import backup
from bot.store.gauges import Gauges

KIND = "text/plain; version=0.0.4; charset=utf-8"
LANES = ("alert", "reply", "prompt", "digest", "sign")


class Collected:
    """What a look at the bot found, for the library to write down."""

    def __init__(self, house: House, counted: Gauges, now: datetime) -> None:
        self.house, self.counted, self.now = house, counted, now

    def collect(self) -> Iterator[Metric]:
        """Every metric with what it is now."""
        yield InfoMetricFamily("interlude", "The version that runs.", {"version": __version__})
        yield from _happened(self.house.tally)
        yield from _took(self.house.tally)
        yield from self._standing()
        yield from _boxes(self.counted, self.now)

    def _standing(self) -> Iterator[Metric]:
        tally, now = self.house.tally, self.now
        yield _gauge("ready", "1 while the bot takes updates.", float(tally.ready))
        yield _gauge("last_update_age_seconds", "Since the last update came.", _age(tally.last_update, now))
        yield _gauge("telegram_away_seconds", "Since Telegram cannot be reached.", _age(tally.away, now))
        made = backup.files(self.house.config.backup.folder)
        newest = backup.made_at(made[-1]) if made else None
        yield _gauge(
            "backup_age_seconds", "Since the newest backup; no line: there is none.", _age(newest, now)
        )


class _Labelled:
    """Several bots' metrics as one, each line with the name that its bot has in the settings."""

    def __init__(self, each: Mapping[str, Collected]) -> None:
        self.each = each

    def collect(self) -> Iterator[Metric]:
        """Every metric once, with the lines of all bots."""
        found: dict[str, Metric] = {}
        for name, one in self.each.items():
            for metric in one.collect():
                lines = [line._replace(labels={"bot": name, **line.labels}) for line in metric.samples]
                metric.samples = []
                found.setdefault(metric.name, metric).samples.extend(lines)
        yield from found.values()


def text(each: Mapping[str, Collected]) -> bytes:
    """All metrics of the bots, by name, in Prometheus' text format; the only one is called ""."""
    registry = CollectorRegistry(auto_describe=False)
    registry.register(each[""] if list(each) == [""] else _Labelled(each))  # type: ignore[arg-type, unused-ignore]
    ProcessCollector(namespace="interlude", registry=registry)
    return bytes(generate_latest(registry))


def _age(since: datetime | None, now: datetime) -> float | None:
    return None if since is None else max(0.0, (now - since).total_seconds())


def _gauge(name: str, what: str, value: float | None) -> Metric:
    found = GaugeMetricFamily(f"interlude_{name}", what)
    if value is not None:
        found.add_metric([], value)
    return found


def _counter(name: str, what: str, labels: list[str], values: Iterable[tuple[list[str], int]]) -> Metric:
    found = CounterMetricFamily(f"interlude_{name}", what, labels=labels)
    for label, value in values:
        found.add_metric(label, value)
    return found


def _happened(tally: Tally) -> Iterator[Metric]:
    updates = (([kind], number) for kind, number in sorted(tally.updates.items()))
    yield _counter("updates", "Updates that were kept, by kind.", ["kind"], updates)
    turns = (([kind, end], number) for (kind, end), number in sorted(tally.turns.items()))
    yield _counter("turns", "Rows of the inbox dealt with.", ["kind", "outcome"], turns)
    calls = (([outcome], number) for outcome, number in sorted(tally.calls.items()))
    yield _counter("calls", "Calls to Telegram, by what became of them.", ["outcome"], calls)
    rests: list[tuple[list[str], int]] = [([], tally.calls["rest"])]
    yield _counter("telegram_429", "Calls that Telegram answered with 429.", [], rests)
    refused = (([str(status)], number) for status, number in sorted(tally.refused.items()))
    yield _counter("webhook_refused", "Requests to the webhook that were no updates.", ["status"], refused)


def _took(tally: Tally) -> Iterator[Metric]:
    yield _histogram("turn_seconds", "A turn, from taking the row to its commit.", tally.turn)
    yield _histogram("call_seconds", "A call to Telegram.", tally.call)
    yield _histogram("reply_seconds", "From an update to the first reply of its turn.", tally.reply)


def _histogram(name: str, what: str, spans: Spans) -> Metric:
    found, below, buckets = HistogramMetricFamily(f"interlude_{name}", what), 0, []
    for edge, count in zip((*map(str, EDGES), "+Inf"), spans.counts, strict=True):
        below += count
        buckets.append((edge, float(below)))
    found.add_metric([], buckets, spans.total)
    return found


def _boxes(counted: Gauges, now: datetime) -> Iterator[Metric]:
    yield _gauge("inbox_rows", "Rows that nobody dealt with yet.", counted.inbox.rows)
    yield _gauge("inbox_oldest_seconds", "Age of the oldest of them.", _age(counted.inbox.oldest, now) or 0.0)
    rows = GaugeMetricFamily("interlude_outbox_rows", "Calls that wait, by lane.", labels=["lane"])
    oldest = GaugeMetricFamily("interlude_outbox_oldest_seconds", "Age of the oldest.", labels=["lane"])
    for lane, box in zip(LANES, counted.lanes, strict=True):
        rows.add_metric([lane], box.rows)
        oldest.add_metric([lane], _age(box.oldest, now) or 0.0)
    yield from (rows, oldest)
    aside = GaugeMetricFamily("interlude_dead_letters", "Rows that were set aside.", labels=["box"])
    for name, number in counted.aside.items():
        aside.add_metric([name], number)
    yield aside
    due = GaugeMetricFamily("interlude_due_rows", "What is planned, by kind.", labels=["kind"])
    for kind, number in sorted(counted.due.items()):
        due.add_metric([kind], number)
    yield due
    yield _gauge(
        "due_late_seconds", "How late the latest thing that is due is.", _age(counted.late, now) or 0.0
    )
