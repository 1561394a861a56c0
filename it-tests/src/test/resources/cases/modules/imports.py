import shapes
from shapes import square as sq, UNIT
import shapes as s

print(shapes.square(3), sq(4), UNIT, s.Box(2, 3).area(), s.scaled(1.5))
