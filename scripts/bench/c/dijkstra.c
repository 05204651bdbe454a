/*
 * The physical yardstick: the search of src/geo/search.ts in C, on the same ring of buckets of 2 s (src/geo/bucket-queue.ts),
 * the same whole ticks and the same choice between equal times. Arguments: network, answer, runs. Prints the
 * milliseconds of each run, one a line.
 */
#include <string.h>

#include "reseau.h"

#define SHIFT 11
#define UNREACHED 0x3fffffff

struct queue {
  int32_t *heads, *nodes, *nexts;
  int32_t mask, capacity, free, used, size, current;
};

static struct queue new_queue(int32_t longest, int32_t capacity) {
  int32_t ring = 4;
  while (ring < (longest >> SHIFT) + 2) ring *= 2;
  struct queue q = {.mask = ring - 1, .capacity = capacity < 16 ? 16 : capacity, .free = -1};
  q.heads = take((size_t)ring * sizeof(int32_t));
  memset(q.heads, 0xff, (size_t)ring * sizeof(int32_t));
  q.nodes = take((size_t)q.capacity * sizeof(int32_t));
  q.nexts = take((size_t)q.capacity * sizeof(int32_t));
  return q;
}

static void grow(struct queue *q) {
  q->capacity *= 2;
  q->nodes = realloc(q->nodes, (size_t)q->capacity * sizeof(int32_t));
  q->nexts = realloc(q->nexts, (size_t)q->capacity * sizeof(int32_t));
  if (q->nodes == NULL || q->nexts == NULL) stop("out of memory");
}

static void push(struct queue *q, int32_t node, int32_t ticks) {
  int32_t cell = q->free;
  if (cell >= 0) {
    q->free = q->nexts[cell];
  } else {
    cell = q->used++;
    if (cell == q->capacity) grow(q);
  }
  int32_t slot = (ticks >> SHIFT) & q->mask;
  q->nodes[cell] = node;
  q->nexts[cell] = q->heads[slot];
  q->heads[slot] = cell;
  q->size += 1;
}

static int32_t pop(struct queue *q, const int32_t *ticks) {
  while (q->size > 0) {
    int32_t slot = q->current & q->mask;
    int32_t cell = q->heads[slot];
    if (cell < 0) {
      q->current += 1;
      continue;
    }
    int32_t node = q->nodes[cell];
    q->heads[slot] = q->nexts[cell];
    q->nexts[cell] = q->free;
    q->free = cell;
    q->size -= 1;
    if (ticks[node] >> SHIFT == q->current) return node;
  }
  return -1;
}

/* Fills `ticks` and `source`, and allocates them: as for ours, that is part of the price. */
static void search(const struct reseau *r, int32_t **ticks_out, int32_t **source_out) {
  int32_t longest = 0;
  for (int32_t arc = 0; arc < r->arcs; arc += 1)
    if (r->ticks[arc] > longest) longest = r->ticks[arc];
  int32_t *ticks = take((size_t)r->nodes * sizeof(int32_t));
  int32_t *source = take((size_t)r->nodes * sizeof(int32_t));
  for (int32_t node = 0; node < r->nodes; node += 1) ticks[node] = UNREACHED;
  memset(source, 0xff, (size_t)r->nodes * sizeof(int32_t));
  struct queue q = new_queue(longest, 65536);
  for (int32_t k = 0; k < r->sources; k += 1) {
    int32_t node = r->source[k];
    if (ticks[node] == 0) continue;
    ticks[node] = 0;
    source[node] = k;
    push(&q, node, 0);
  }
  for (int32_t node = pop(&q, ticks); node >= 0; node = pop(&q, ticks)) {
    int32_t reached = ticks[node], whose = source[node];
    for (int32_t arc = r->start[node]; arc < r->start[node + 1]; arc += 1) {
      int32_t next = r->heads[arc];
      int32_t total = reached + r->ticks[arc];
      if (total > ticks[next] || (total == ticks[next] && whose >= source[next])) continue;
      ticks[next] = total;
      source[next] = whose;
      push(&q, next, total);
    }
  }
  free(q.heads);
  free(q.nodes);
  free(q.nexts);
  *ticks_out = ticks;
  *source_out = source;
}

int main(int argc, char **argv) {
  if (argc != 4) stop("usage: dijkstra network answer runs");
  struct reseau r = read_reseau(argv[1]);
  int runs = atoi(argv[3]);
  double *answer = take((size_t)r.nodes * sizeof(double));
  /* One more, not counted, to warm the caches up. */
  for (int run = -1; run < runs; run += 1) {
    int32_t *ticks, *source;
    double before = cpu_ms();
    search(&r, &ticks, &source);
    double after = cpu_ms();
    if (run >= 0) printf("%.3f\n", after - before);
    for (int32_t node = 0; node < r.nodes; node += 1) answer[node] = (double)ticks[node] / TICKS_PER_SECOND;
    free(ticks);
    free(source);
  }
  write_seconds(argv[2], answer, (size_t)r.nodes);
  return 0;
}
