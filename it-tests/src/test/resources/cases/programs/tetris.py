import random

SHAPES = {
    'I': [[(0, 1), (1, 1), (2, 1), (3, 1)], [(2, 0), (2, 1), (2, 2), (2, 3)]],
    'O': [[(1, 0), (2, 0), (1, 1), (2, 1)]],
    'T': [[(1, 0), (0, 1), (1, 1), (2, 1)], [(1, 0), (1, 1), (2, 1), (1, 2)],
          [(0, 1), (1, 1), (2, 1), (1, 2)], [(1, 0), (0, 1), (1, 1), (1, 2)]],
    'S': [[(1, 0), (2, 0), (0, 1), (1, 1)], [(1, 0), (1, 1), (2, 1), (2, 2)]],
    'Z': [[(0, 0), (1, 0), (1, 1), (2, 1)], [(2, 0), (1, 1), (2, 1), (1, 2)]],
}

class LCG:
    def __init__(self, seed):
        self.state = seed
    def next(self):
        self.state = (self.state * 1103515245 + 12345) % 2147483648
        return self.state
    def choice(self, seq):
        return seq[self.next() % len(seq)]


class Piece:
    def __init__(self, kind, x=3, y=0):
        self.kind = kind
        self.rotation = 0
        self.x = x
        self.y = y

    @property
    def cells(self):
        shape = SHAPES[self.kind]
        return [(self.x + dx, self.y + dy) for dx, dy in shape[self.rotation % len(shape)]]

    def rotated(self):
        p = Piece(self.kind, self.x, self.y)
        p.rotation = (self.rotation + 1) % len(SHAPES[self.kind])
        return p

    def moved(self, dx, dy):
        p = Piece(self.kind, self.x + dx, self.y + dy)
        p.rotation = self.rotation
        return p

    def __repr__(self):
        return f"Piece({self.kind!r}, x={self.x}, y={self.y}, r={self.rotation})"


class Board:
    WIDTH, HEIGHT = 10, 16
    SCORES = {0: 0, 1: 100, 2: 300, 3: 500, 4: 800}

    def __init__(self):
        self.grid = [[None] * self.WIDTH for _ in range(self.HEIGHT)]
        self.score = 0
        self.lines = 0

    def fits(self, piece):
        return all(0 <= x < self.WIDTH and 0 <= y < self.HEIGHT and self.grid[y][x] is None
                   for x, y in piece.cells)

    def lock(self, piece):
        for x, y in piece.cells:
            self.grid[y][x] = piece.kind
        full = [i for i, row in enumerate(self.grid) if all(row)]
        for i in full:
            del self.grid[i]
            self.grid.insert(0, [None] * self.WIDTH)
        self.lines += len(full)
        self.score += self.SCORES[len(full)]
        return len(full)

    def heights(self):
        hs = []
        for x in range(self.WIDTH):
            for y in range(self.HEIGHT):
                if self.grid[y][x]:
                    hs.append(self.HEIGHT - y)
                    break
            else:
                hs.append(0)
        return hs

    def holes(self):
        count = 0
        for x in range(self.WIDTH):
            seen = False
            for y in range(self.HEIGHT):
                if self.grid[y][x]:
                    seen = True
                elif seen:
                    count += 1
        return count

    def __str__(self):
        return '\n'.join('|' + ''.join(c or '.' for c in row) + '|' for row in self.grid)


def evaluate(board, piece):
    import copy
    b = copy.deepcopy(board)
    cleared = b.lock(piece)
    hs = b.heights()
    bump = sum(abs(a - c) for a, c in zip(hs, hs[1:]))
    return -0.51 * sum(hs) + 0.76 * cleared - 0.36 * b.holes() - 0.18 * bump


def best_move(board, piece):
    best = None
    best_score = float('-inf')
    p = piece
    for r in range(len(SHAPES[piece.kind])):
        for dx in range(-6, 8):
            q = p.moved(dx, 0)
            if not board.fits(q):
                continue
            while board.fits(q.moved(0, 1)):
                q = q.moved(0, 1)
            s = evaluate(board, q)
            if s > best_score:
                best_score, best = s, q
        p = p.rotated()
    return best, best_score


def main():
    rng = LCG(42)
    board = Board()
    turns = 0
    while turns < 60:
        piece = Piece(rng.choice(list(SHAPES.keys())))
        if not board.fits(piece):
            print("Game over at turn", turns)
            break
        move, score = best_move(board, piece)
        if move is None:
            break
        n = board.lock(move)
        if n:
            print(f"turn {turns:>3}: {move} cleared {n} line{'s' if n > 1 else ''}, score={board.score:,}")
        turns += 1
    print(board)
    print(f"Lines: {board.lines}  Score: {board.score:06d}  Heights: {board.heights()}")

if __name__ == "__main__":
    main()
