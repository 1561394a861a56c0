"""Warnings and their filters."""

import sys
import warnings

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("first")
    warnings.warn("old", DeprecationWarning)
    warnings.warn(RuntimeWarning("obj"))
    print(len(caught), [str(w.message) for w in caught], issubclass(caught[1].category, DeprecationWarning), caught[0].category == UserWarning)
    print(caught[0].lineno, caught[2].category.__name__)


def old_api() -> None:
    warnings.warn("use new_api", DeprecationWarning, stacklevel=2)


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always")
    old_api()
    print(w[0].lineno)
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("boom")
    except UserWarning as e:
        print("raised", e)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("default")
    for i in range(3):
        warnings.warn("same place")
    warnings.filterwarnings("ignore", message="quiet.*")
    warnings.warn("Quiet please")
    warnings.filterwarnings("error", category=FutureWarning)
    try:
        warnings.warn("f", FutureWarning)
    except FutureWarning as e:
        print("future", e)
    warnings.filterwarnings("once")
    for i in range(2):
        warnings.warn("once " + "x")
    warnings.warn("once x")
    print([str(x.message) for x in w])
print(warnings.formatwarning("text", UserWarning, "f.py", 3, "x = 1"), end="")


class Mine(UserWarning):
    pass


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("ignore", Mine)
    warnings.simplefilter("always", DeprecationWarning, append=True)
    warnings.warn("m", Mine)
    warnings.warn("u")
    print(len(w), w[0].category.__name__)
