"""Prints the public names of CPython's modules, for the table in docs/library.md: python3.11 names.py > cpython-3.11.txt

    module math
    name isclose a b rel_tol abs_tol      a function with the parameters that can be given by name
    name pi
    member Fraction.limit_denominator max_denominator
"""

import importlib
import inspect
import types

MODULES = """builtins math cmath random statistics decimal fractions numbers collections collections.abc itertools functools
operator heapq bisect array copy enum dataclasses types typing abc contextlib string re textwrap struct codecs unicodedata
difflib datetime calendar time zoneinfo json csv pickle configparser io os os.path pathlib shutil glob fnmatch tempfile
subprocess sys errno platform signal argparse getopt logging logging.handlers warnings traceback hashlib hmac base64 binascii
zlib gzip bz2 lzma threading queue concurrent.futures asyncio unittest timeit pprint uuid graphlib atexit""".split()
NOISE = {"builtins": {"copyright", "credits", "license", "exit", "quit", "help"}, "typing": {"io", "re"}}


def parameters(value):
    try:
        kinds = inspect.signature(value).parameters.values()
    except (ValueError, TypeError):
        return []
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return [p.name for p in kinds if p.kind in named and p.name not in ("self", "cls") and not p.name.startswith("_")]


def public(module, name):
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return [each for each in listed if not each.startswith("_")]
    names = []
    for each in dir(module):
        value = getattr(module, each)
        home = getattr(value, "__module__", name)
        own = not callable(value) or home in (name, "_" + name, "builtins", "posix", "io", "_io", None)
        if not each.startswith("_") and not isinstance(value, types.ModuleType) and own:
            names.append(each)
    return names


def members(cls):
    basic = {object, int, float, str, bytes, tuple, list, dict, set, frozenset, BaseException, Exception}
    found = {}
    for base in cls.__mro__:
        if base in basic and base is not cls:
            continue
        for name, value in vars(base).items():
            if not name.startswith("_") and (callable(value) or isinstance(value, (property, classmethod, staticmethod))):
                found.setdefault(name, getattr(cls, name, None))
    return found


for name in MODULES:
    module = importlib.import_module(name)
    print("module", name)
    for each in sorted(set(public(module, name)) - NOISE.get(name, set())):
        value = getattr(module, each)
        is_class = inspect.isclass(value)
        print("name", each, *([] if is_class else parameters(value)))
        if is_class and value.__module__.split(".")[-1] not in ("typing",) and not issubclass(value, BaseException):
            for member, function in sorted(members(value).items()):
                print("member", each + "." + member, *parameters(function))
