# The program and what its lock names; no compiler, no pip, no test. See docs/running.md.
FROM python:3.13-slim AS build
WORKDIR /build
RUN python -m venv /opt/interlude
COPY requirements.lock ./
# The lock is whole, so that nothing else is asked what to install.
RUN /opt/interlude/bin/python -m pip install --no-cache-dir --no-deps --require-hashes -r requirements.lock
COPY pyproject.toml README.md LICENSE config.example.toml ./
COPY prompts prompts
COPY bot bot
RUN /opt/interlude/bin/python -m pip install --no-cache-dir --no-deps --no-build-isolation --no-index . \
    && /opt/interlude/bin/python -m pip check \
    && /opt/interlude/bin/python -m pip uninstall --yes setuptools pip

FROM python:3.13-slim
RUN useradd --uid 10001 --create-home --home-dir /house interlude
COPY --from=build /opt/interlude /opt/interlude
ENV PATH=/opt/interlude/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
USER interlude
# Settings, key, database and one's own scripts: all that is to outlive a container.
WORKDIR /house
VOLUME /house
# The doctor asks the running bot through its socket and Telegram through the network, and has spoken within five
# seconds; the rest is for Python's start. The image has no other judge.
HEALTHCHECK --interval=5m --timeout=20s --start-period=60s CMD ["interlude", "doctor"]
# SIGTERM ends the bot with nothing half done.
STOPSIGNAL SIGTERM
ENTRYPOINT ["interlude"]
CMD ["run"]
