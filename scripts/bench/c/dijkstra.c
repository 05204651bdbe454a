/*
 * The physical yardstick: the search of src/geo/nearest-site.ts in C, with the same ring of buckets of 2 s and the same
 * single precision. Arguments: network, answer, runs. Prints the milliseconds of each run, one a line.
 */
#include <math.h>
#include <string.h>

#include "reseau.h"

#define WIDTH 2.0f

struct queue {
  int32_t *heads, *nodes, *nexts;
  int32_t buckets, capacity, free, used, size, current;
};

static struct queue new_queue(float largest, int32_t capacity) {
  struct queue q = {.buckets = (int32_t)ceilf(largest / WIDTH) + 2, .capacity = capacity < 16 ? 16 : capacity, .free = -1};
  q.heads = take((size_t)q.buckets * sizeof(int32_t));
  memset(q.heads, 0xff, (size_t)q.buckets * sizeof(int32_t));
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

static void push(struct queue *q, int32_t node, float seconds) {
  int32_t cell = q->free;
  if (cell >= 0) {
    q->free = q->nexts[cell];
  } else {
    cell = q->used++;
    if (cell == q->capacity) grow(q);
  }
  int32_t bucket = (int32_t)(seconds / WIDTH) % q->buckets;
  q->nodes[cell] = node;
  q->nexts[cell] = q->heads[bucket];
  q->heads[bucket] = cell;
  q->size += 1;
}

static int32_t pop(struct queue *q, const float *seconds) {
  while (q->size > 0) {
    int32_t bucket = q->current % q->buckets;
    int32_t cell = q->heads[bucket];
    if (cell < 0) {
      q->current += 1;
      continue;
    }
    int32_t node = q->nodes[cell];
    q->heads[bucket] = q->nexts[cell];
    q->nexts[cell] = q->free;
    q->free = cell;
    q->size -= 1;
    if ((int32_t)(seconds[node] / WIDTH) == q->current) return node;
  }
  return -1;
}

/* Allocates what it fills, as the kernel does: that is part of the price. */
static float *search(const struct reseau *r, int32_t **winner) {
  float largest = 0;
  for (int32_t arc = 0; arc < r->arcs; arc += 1)
    if (r->seconds[arc] > largest) largest = r->seconds[arc];
  float *seconds = take((size_t)r->nodes * sizeof(float));
  int32_t *source = take((size_t)r->nodes * sizeof(int32_t));
  for (int32_t node = 0; node < r->nodes; node += 1) seconds[node] = INFINITY;
  memset(source, 0xff, (size_t)r->nodes * sizeof(int32_t));
  struct queue q = new_queue(largest, r->nodes);
  for (int32_t k = 0; k < r->sources; k += 1) {
    int32_t node = r->source[k];
    if (seconds[node] == 0) continue;
    seconds[node] = 0;
    source[node] = k;
    push(&q, node, 0);
  }
  for (int32_t node = pop(&q, seconds); node >= 0; node = pop(&q, seconds)) {
    float reached = seconds[node];
    for (int32_t arc = r->start[node]; arc < r->start[node + 1]; arc += 1) {
      int32_t next = r->heads[arc];
      float total = reached + r->seconds[arc];
      if (total < seconds[next]) {
        seconds[next] = total;
        source[next] = source[node];
        push(&q, next, total);
      }
    }
  }
  free(q.heads);
  free(q.nodes);
  free(q.nexts);
  *winner = source;
  return seconds;
}

int main(int argc, char **argv) {
  if (argc != 4) stop("usage: dijkstra network answer runs");
  struct reseau r = read_reseau(argv[1]);
  int runs = atoi(argv[3]);
  double *answer = take((size_t)r.nodes * sizeof(double));
  /* One more, not counted, to warm the caches up. */
  for (int run = -1; run < runs; run += 1) {
    int32_t *winner;
    double before = cpu_ms();
    float *seconds = search(&r, &winner);
    double after = cpu_ms();
    if (run >= 0) printf("%.3f\n", after - before);
    for (int32_t node = 0; node < r.nodes; node += 1) answer[node] = (double)seconds[node];
    free(seconds);
    free(winner);
  }
  write_seconds(argv[2], answer, (size_t)r.nodes);
  return 0;
}
