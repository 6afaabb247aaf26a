"""Braces that cannot be read are explained in an author's words."""

import pytest

from bot.core.script import template

CASES = {
    "{% if session > 5 %}It has been.": "“{% if session > 5 %}” is not ended.",
    "So\n{{ name": "“{{ name” is opened and not closed.",
    "{{ name } and {{ session }}": "“{{ name } and {{ session }}” is opened and not closed.",
    "{# a note": "“{# a note” is opened and not closed.",
    "{% if %}x{% endif %}": "Behind “if” stands nothing.",
    "{{ }}": "These braces are empty.",
    "{% endif %}": "“{% endif %}” belongs to no {% if … %}.",
    "{% iff x %}{% endif %}": "“iff” is no word of this language.",
    "{%%}": "“” is no word of this language.",
    "{% if name %}{% else %}{% else %}{% endif %}": "“{% else %}” stands behind an {% else %}.",
    "{% if name %}{% elif session %}{% endif %}{{": "“{{” is opened and not closed.",
    "{{ first name }}": "“{{ first name }}” holds several words, and a name is one.",
    '{{ "a }}': '“{{ "a }}”: a quotation mark is not closed.',
    '{% if name = "x" %}y{% endif %}': '“{% if name = "x" %}”: such a sign compares nothing.',
    "{% if session => 3 %}y{% endif %}": "“{% if session => 3 %}”: such a sign compares nothing.",
    "{{ Sam & co }}": "“{{ Sam & co }}” holds “&”, which is not used there.",
    "{{ name or }}": "“{{ name or }}”: something is missing at an end.",
    "{# fine #}{{ name }}\n{{ name )}}": "What stands between these braces cannot be read.",
}


@pytest.mark.parametrize("source", CASES)
def test_braces_are_explained_in_plain_words(source: str) -> None:
    """What is wrong, at its line, with what to write; none of the parser's own words."""
    (issue,) = template.check(source, {"name", "session"})
    assert (issue.rule, issue.message) == ("TEMPLATE", CASES[source])
    assert issue.remedy
    assert issue.line == 1 + source.count("\n")
    for word in ("token", "statement", "block", "Jinja", "expression", "char"):
        assert word not in issue.message
