from enum import Enum


class Light(Enum):
    RED = 1
    AMBER = 2
    GREEN = 3


def action(light: Light) -> str:
    match light:
        case Light.RED | Light.AMBER:
            return "stop"
        case Light.GREEN if True and len("x") > 1:
            return "go"


print(action(Light.RED))
