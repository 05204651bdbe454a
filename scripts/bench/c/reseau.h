/* What the C peers share: the network written by scripts/bench/reseau-c.ts, the clock, the figures given back. */
#ifndef RESEAU_H
#define RESEAU_H

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define TICKS_PER_SECOND 1024

/* Compressed sparse rows: the arcs of node n are start[n] .. start[n + 1] - 1. */
struct reseau {
  int32_t nodes, arcs, sources;
  int32_t *start;   /* nodes + 1 */
  int32_t *heads;   /* arcs */
  int32_t *ticks;   /* arcs: whole 1/1024 s, as in src/geo/ticks.ts */
  int32_t *source;  /* sources */
};

static inline void stop(const char *why) {
  fprintf(stderr, "%s\n", why);
  exit(1);
}

static inline void *take(size_t bytes) {
  void *memory = malloc(bytes > 0 ? bytes : 1);
  if (memory == NULL) stop("out of memory");
  return memory;
}

static inline void *read_column(FILE *file, size_t count, size_t width) {
  void *column = take(count * width);
  if (fread(column, width, count, file) != count) stop("network file cut short");
  return column;
}

/* Three int32 (nodes, arcs, sources), then the columns in the order of the struct; little-endian, like the machine. */
static inline struct reseau read_reseau(const char *path) {
  struct reseau r;
  FILE *file = fopen(path, "rb");
  if (file == NULL) stop("network file not found");
  int32_t *sizes = read_column(file, 3, sizeof(int32_t));
  r.nodes = sizes[0];
  r.arcs = sizes[1];
  r.sources = sizes[2];
  free(sizes);
  r.start = read_column(file, (size_t)r.nodes + 1, sizeof(int32_t));
  r.heads = read_column(file, (size_t)r.arcs, sizeof(int32_t));
  r.ticks = read_column(file, (size_t)r.arcs, sizeof(int32_t));
  r.source = read_column(file, (size_t)r.sources, sizeof(int32_t));
  fclose(file);
  return r;
}

/* Milliseconds of processor used by this process: a busy neighbour does not count. */
static inline double cpu_ms(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static inline void write_seconds(const char *path, const double *seconds, size_t count) {
  FILE *file = fopen(path, "wb");
  if (file == NULL || fwrite(seconds, sizeof(double), count, file) != count) stop("answer not written");
  fclose(file);
}

#endif
