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
    "{% if name == “x” %}y{% endif %}": "“{% if name == “x” %}”: curved quotation marks are not read there.",
    "{% if name == ‚x‘ %}y{% endif %}": "“{% if name == ‚x‘ %}”: curved quotation marks are not read there.",
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


def test_curved_quotation_marks_are_shown_straight() -> None:
    """The remedy is the same condition with the marks that are read."""
    (issue,) = template.check("{% if name == “Ada” %}y{% endif %}", {"name"})
    assert issue.remedy == 'Write straight ones: {% if name == "Ada" %}'
    assert not template.check('{% if name == "Ada" %}y{% endif %}', {"name"})


@pytest.mark.parametrize(
    ("written", "right"),
    [("pratice.phone", "practice.phone"), ("clients.dog", "client.dog"), ("practice.Phone", "practice.phone"),
     ("earlyer.mid_week.stayed", "earlier.mid_week.stayed"), ("office.phone", ""), ("client.a.b", "")],
)  # fmt: skip
def test_a_mistyped_name_with_a_point_is_named(written: str, right: str) -> None:
    """It is said that nothing is called so, what stands before a point, and what was meant where that is near."""
    (issue,) = template.check(f"{{% if {written} %}}{{{{ {written} }}}}{{% endif %}}", {"name"})
    assert (issue.rule, issue.message) == ("VAR", f"Nothing is called “{written}”.")
    assert ("Did you mean" in issue.remedy) == bool(right)
    assert f"“{right}”" in issue.remedy or not right
    assert issue.remedy.startswith("Before a point stand practice, client, earlier or lower")
