"""stub"""

from dataclasses import dataclass


@dataclass
class Finding:
    oracle: str


class Judge:
    def __init__(self, deeds):
        self.findings = []
        self.deeds = deeds

    def look(self):
        pass

    def before(self, act):
        pass

    def did(self, act, made):
        pass

    def broken(self, t):
        self.findings.append(t)

    async def ask(self, one, rest):
        pass

    def end(self):
        pass
