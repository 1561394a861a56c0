"""Pseudo-legal chess move generator with perft on a mailbox board."""
import sys

EMPTY = '.'
START = "rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w"
KNIGHT = [(1, 2), (2, 1), (-1, 2), (-2, 1), (1, -2), (2, -1), (-1, -2), (-2, -1)]
DIRS = {
    'b': [(1, 1), (1, -1), (-1, 1), (-1, -1)],
    'r': [(1, 0), (-1, 0), (0, 1), (0, -1)],
}
DIRS['q'] = DIRS['b'] + DIRS['r']
VALUES = dict(p=100, n=320, b=330, r=500, q=900, k=20000)


class Move:
    def __init__(self, src, dst, piece, captured=EMPTY, promo=None):
        self.src, self.dst = src, dst
        self.piece = piece
        self.captured = captured
        self.promo = promo

    def uci(self):
        s = sq_name(self.src) + sq_name(self.dst)
        if self.promo:
            s += self.promo.lower()
        return s

    def __repr__(self):
        return f"<Move {self.uci()}{'x' + self.captured if self.captured != EMPTY else ''}>"


def sq_name(sq):
    return "abcdefgh"[sq % 8] + str(8 - sq // 8)


class Board:
    def __init__(self, fen=START):
        self.cells = []
        rows, turn = fen.split()
        for row in rows.split('/'):
            for ch in row:
                if ch.isdigit():
                    self.cells.extend([EMPTY] * int(ch))
                else:
                    self.cells.append(ch)
        self.white = turn == 'w'
        self.history = []

    def own(self, piece):
        return piece != EMPTY and piece.isupper() == self.white

    def enemy(self, piece):
        return piece != EMPTY and piece.isupper() != self.white

    def moves(self):
        for sq, piece in enumerate(self.cells):
            if not self.own(piece):
                continue
            kind = piece.lower()
            r, c = divmod(sq, 8)
            if kind == 'p':
                yield from self.pawn_moves(sq, r, c, piece)
            elif kind in 'nk':
                deltas = KNIGHT if kind == 'n' else DIRS['q']
                for dr, dc in deltas:
                    if 0 <= r + dr < 8 and 0 <= c + dc < 8:
                        dst = (r + dr) * 8 + c + dc
                        if not self.own(self.cells[dst]):
                            yield Move(sq, dst, piece, self.cells[dst])
            else:
                for dr, dc in DIRS[kind]:
                    rr, cc = r + dr, c + dc
                    while 0 <= rr < 8 and 0 <= cc < 8:
                        dst = rr * 8 + cc
                        target = self.cells[dst]
                        if self.own(target):
                            break
                        yield Move(sq, dst, piece, target)
                        if target != EMPTY:
                            break
                        rr += dr
                        cc += dc

    def pawn_moves(self, sq, r, c, piece):
        step = -1 if self.white else 1
        start = 6 if self.white else 1
        last = 0 if self.white else 7
        one = sq + 8 * step
        if self.cells[one] == EMPTY:
            if one // 8 == last:
                yield Move(sq, one, piece, promo='Q' if self.white else 'q')
            else:
                yield Move(sq, one, piece)
                if r == start and self.cells[one + 8 * step] == EMPTY:
                    yield Move(sq, one + 8 * step, piece)
        for dc in (-1, 1):
            if 0 <= c + dc < 8:
                dst = one + dc
                if self.enemy(self.cells[dst]):
                    promo = ('Q' if self.white else 'q') if dst // 8 == last else None
                    yield Move(sq, dst, piece, self.cells[dst], promo)

    def push(self, move):
        self.history.append(move)
        self.cells[move.src] = EMPTY
        self.cells[move.dst] = move.promo or move.piece
        self.white = not self.white

    def pop(self):
        move = self.history.pop()
        self.cells[move.src] = move.piece
        self.cells[move.dst] = move.captured
        self.white = not self.white
        return move

    def in_check(self):
        """Is the side that just moved leaving its king en prise?"""
        return any(m.captured.lower() == 'k' for m in self.moves())

    def legal_moves(self):
        for m in list(self.moves()):
            self.push(m)
            ok = not self.in_check()
            self.pop()
            if ok:
                yield m

    def evaluate(self):
        score = 0
        for p in self.cells:
            if p == EMPTY:
                continue
            v = VALUES[p.lower()]
            score += v if p.isupper() else -v
        return score if self.white else -score

    def __str__(self):
        out = []
        for r in range(8):
            out.append(f"{8 - r} " + " ".join(self.cells[r * 8:r * 8 + 8]))
        out.append("  " + " ".join("abcdefgh"))
        return "\n".join(out)


def perft(board, depth):
    if depth == 0:
        return 1
    total = 0
    for m in board.legal_moves():
        board.push(m)
        total += perft(board, depth - 1)
        board.pop()
    return total


def search(board, depth, alpha=-10**9, beta=10**9):
    if depth == 0:
        return board.evaluate(), None
    best = None
    for m in sorted(board.legal_moves(), key=lambda m: -VALUES.get(m.captured.lower(), 0)):
        board.push(m)
        score, _ = search(board, depth - 1, -beta, -alpha)
        score = -score
        board.pop()
        if score > alpha or best is None:
            alpha = max(alpha, score)
            best = m
        if alpha >= beta:
            break
    return alpha, best


if __name__ == "__main__":
    b = Board()
    print(b)
    for d in range(1, 3):
        print(f"perft({d}) = {perft(b, d):,}")
    for i in range(3):
        score, move = search(b, 2)
        if move is None:
            break
        print(i, move.uci(), score)
        b.push(move)
    print(b)
    print([repr(m) for m in b.history])
