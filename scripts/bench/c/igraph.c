/*
 * Dijkstra of igraph (Debian libigraph-dev, 0.10). Arguments: network, answer, runs. Prints the milliseconds of each run.
 * igraph goes from one node: of many sources, a node is added that reaches each of them in zero seconds.
 */
#include <igraph.h>

#include "reseau.h"

static void check(igraph_error_t code) {
  if (code != IGRAPH_SUCCESS) stop(igraph_strerror(code));
}

/* The arcs of the network, then those of the added node when there is one. */
static void build(const struct reseau *r, int added, igraph_t *graph, igraph_vector_t *weights) {
  igraph_integer_t count = r->arcs + (added ? r->sources : 0);
  igraph_vector_int_t edges;
  check(igraph_vector_int_init(&edges, 2 * count));
  check(igraph_vector_init(weights, count));
  for (int32_t node = 0; node < r->nodes; node += 1) {
    for (int32_t arc = r->start[node]; arc < r->start[node + 1]; arc += 1) {
      VECTOR(edges)[2 * arc] = node;
      VECTOR(edges)[2 * arc + 1] = r->heads[arc];
      VECTOR(*weights)[arc] = (igraph_real_t)r->ticks[arc] / TICKS_PER_SECOND;
    }
  }
  for (igraph_integer_t e = r->arcs; e < count; e += 1) {
    VECTOR(edges)[2 * e] = r->nodes;
    VECTOR(edges)[2 * e + 1] = r->source[e - r->arcs];
    VECTOR(*weights)[e] = 0;
  }
  check(igraph_create(graph, &edges, r->nodes + added, IGRAPH_DIRECTED));
  igraph_vector_int_destroy(&edges);
}

int main(int argc, char **argv) {
  if (argc != 4) stop("usage: igraph network answer runs");
  struct reseau r = read_reseau(argv[1]);
  int runs = atoi(argv[3]);
  int added = r.sources > 1;
  igraph_t graph;
  igraph_vector_t weights;
  build(&r, added, &graph, &weights);
  igraph_integer_t from = added ? r.nodes : r.source[0];
  double *answer = take((size_t)r.nodes * sizeof(double));
  for (int run = -1; run < runs; run += 1) {
    igraph_matrix_t seconds;
    check(igraph_matrix_init(&seconds, 0, 0));
    double before = cpu_ms();
    check(igraph_distances_dijkstra(&graph, &seconds, igraph_vss_1(from), igraph_vss_all(), &weights, IGRAPH_OUT));
    double after = cpu_ms();
    if (run >= 0) printf("%.3f\n", after - before);
    for (int32_t node = 0; node < r.nodes; node += 1) answer[node] = MATRIX(seconds, 0, node);
    igraph_matrix_destroy(&seconds);
  }
  write_seconds(argv[2], answer, (size_t)r.nodes);
  igraph_vector_destroy(&weights);
  igraph_destroy(&graph);
  return 0;
}
