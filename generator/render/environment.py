"""The one Jinja2 environment: what is missing stops the build, what is printed is escaped."""

from collections.abc import Iterable

from jinja2 import DictLoader, Environment, StrictUndefined

from generator.model.site import Template
from generator.render.escape import finalize


def build_environment(templates: Iterable[Template]) -> Environment:
    """An environment that knows those templates and no file, no clock, no function of Python."""
    environment = Environment(
        loader=DictLoader({template.name: template.text for template in templates}),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.clear()
    return environment
