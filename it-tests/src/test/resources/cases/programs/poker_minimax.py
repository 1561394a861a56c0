"""Poker hands, blackjack-like deck, tic-tac-toe minimax."""
import random
from collections import Counter
from itertools import combinations
from functools import lru_cache, total_ordering

RANKS = "23456789TJQKA"
SUITS = "♣♦♥♠"

@total_ordering
class Card:
    def __init__(self, rank, suit):
        self.rank, self.suit = rank, suit
        self.value = RANKS.index(rank) + 2
    def __eq__(self, other):
        return self.value == other.value
    def __lt__(self, other):
        return self.value < other.value
    def __hash__(self):
        return hash((self.rank, self.suit))
    def __repr__(self):
        return self.rank + self.suit

class Deck:
    def __init__(self, seed):
        self.cards = [Card(r, s) for s in SUITS for r in RANKS]
        rng = seed
        for i in range(len(self.cards) - 1, 0, -1):
            rng = (rng * 1103515245 + 12345) & 0x7FFFFFFF
            j = rng % (i + 1)
            self.cards[i], self.cards[j] = self.cards[j], self.cards[i]
    def deal(self, n):
        hand, self.cards = self.cards[:n], self.cards[n:]
        return hand
    def __len__(self):
        return len(self.cards)

NAMES = ["High card", "Pair", "Two pair", "Three of a kind", "Straight", "Flush", "Full house", "Four of a kind", "Straight flush"]

def rank_hand(hand):
    values = sorted((c.value for c in hand), reverse=True)
    counts = Counter(values)
    ordered = sorted(counts, key=lambda v: (counts[v], v), reverse=True)
    shape = sorted(counts.values(), reverse=True)
    flush = len({c.suit for c in hand}) == 1
    straight = len(counts) == 5 and values[0] - values[4] == 4
    if values == [14, 5, 4, 3, 2]:
        straight, ordered = True, [5, 4, 3, 2, 1]
    if straight and flush: kind = 8
    elif shape == [4, 1]: kind = 7
    elif shape == [3, 2]: kind = 6
    elif flush: kind = 5
    elif straight: kind = 4
    elif shape[0] == 3: kind = 3
    elif shape[:2] == [2, 2]: kind = 2
    elif shape[0] == 2: kind = 1
    else: kind = 0
    return (kind, *ordered) if False else (kind, ordered)

deck = Deck(2024)
players = {name: deck.deal(5) for name in ("ann", "bob", "cy", "dee")}
for name, hand in sorted(players.items(), key=lambda kv: rank_hand(kv[1]), reverse=True):
    kind, _ = rank_hand(hand)
    print(f"{name:>4}: {' '.join(map(str, sorted(hand, reverse=True)))}  {NAMES[kind]}")
print(len(deck), max(deck.cards), min(deck.cards).rank)
tally = Counter()
for hand in combinations(Deck(5).cards[:16], 5):
    tally[NAMES[rank_hand(hand)[0]]] += 1
for k, v in tally.most_common():
    print(f"{k:<18}{v:>6}")

LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]

def winner(board):
    for a, b, c in LINES:
        if board[a] != ' ' and board[a] == board[b] == board[c]:
            return board[a]
    return None

@lru_cache(maxsize=None)
def minimax(board, player):
    w = winner(board)
    if w:
        return (1 if w == 'X' else -1), None
    free = [i for i, c in enumerate(board) if c == ' ']
    if not free:
        return 0, None
    other = 'O' if player == 'X' else 'X'
    results = []
    for i in free:
        child = board[:i] + (player,) + board[i + 1:] if isinstance(board, tuple) else board[:i] + player + board[i + 1:]
        results.append((minimax(child, other)[0], i))
    return max(results, key=lambda r: (r[0], -r[1])) if player == 'X' else min(results)

board = ' ' * 9
player = 'X'
while winner(board) is None and ' ' in board:
    score, move = minimax(board, player)
    board = board[:move] + player + board[move + 1:]
    player = 'O' if player == 'X' else 'X'
print('\n-+-+-\n'.join('|'.join(board[i:i + 3]) for i in (0, 3, 6)), winner(board))
print(minimax.cache_info().currsize)
