;; The loop of `Search` (../search.ts) without bounds checks: Dijkstra on a ring of buckets of 2^11 ticks, bucket after
;; bucket. Same times and winners, to the bit. `npm run noyau` assembles it into search-wasm.ts. The memory is that of the
;; graph (../graph/memory.ts) and never grows; search-kernel.ts sets the globals, byte addresses unless said otherwise.
(module
  (import "js" "memory" (memory 1))
  ;; Arcs in compressed rows, Int32: first arc of each node; of each arc, the node at its other end, as 4 times its number and
  ;; two bits, then its ticks. An arc that has the bit `barred` is not driven in this direction.
  (global $starts (export "starts") (mut i32) (i32.const 0))
  (global $barred (export "barred") (mut i32) (i32.const 0))
  (global $arcs (export "arcs") (mut i32) (i32.const 0))
  ;; Labels of the nodes, Int32: UNREACHED and -1 where nothing has come yet.
  (global $ticks (export "ticks") (mut i32) (i32.const 0))
  (global $sources (export "sources") (mut i32) (i32.const 0))
  ;; Nodes that have a label, `count` of them, each once.
  (global $touched (export "touched") (mut i32) (i32.const 0))
  (global $count (export "count") (mut i32) (i32.const 0))
  ;; The queue: addresses of the first cell of each bucket, 0 for none; a cell is (node, address of the next cell).
  (global $ring (export "ring") (mut i32) (i32.const 0))
  (global $mask (export "mask") (mut i32) (i32.const 0))
  (global $free (export "free") (mut i32) (i32.const 0))
  ;; Where the next new cell goes, and where there is no more room for one.
  (global $end (export "end") (mut i32) (i32.const 0))
  (global $limit (export "limit") (mut i32) (i32.const 0))
  (global $size (export "size") (mut i32) (i32.const 0))
  (global $bucket (export "bucket") (mut i32) (i32.const 0))

  ;; Settles the buckets up to number $last, included. Returns how many cells are left in the queue; -1 when there was no
  ;; room for one more: the labels are then good for nothing.
  (func (export "run") (param $last i32) (result i32)
    (local $free i32) (local $size i32) (local $bucket i32) (local $count i32)
    (local $slot i32) (local $cell i32) (local $at i32) (local $row i32) (local $reached i32) (local $whose i32) (local $arc i32) (local $stop i32)
    (local $next i32) (local $total i32) (local $known i32) (local $into i32)
    (local.set $free (global.get $free))
    (local.set $size (global.get $size))
    (local.set $bucket (global.get $bucket))
    (local.set $count (global.get $count))
    (block $done
      (loop $buckets
        (br_if $done (i32.eqz (local.get $size)))
        (br_if $done (i32.gt_s (local.get $bucket) (local.get $last)))
        (local.set $slot (i32.add (global.get $ring) (i32.shl (i32.and (local.get $bucket) (global.get $mask)) (i32.const 2))))
        (loop $items
          (local.set $cell (i32.load (local.get $slot)))
          (if (local.get $cell) (then
            ;; Takes the first cell of the bucket, and frees it.
            (local.set $at (i32.shl (i32.load (local.get $cell)) (i32.const 2)))
            (i32.store (local.get $slot) (i32.load offset=4 (local.get $cell)))
            (i32.store offset=4 (local.get $cell) (local.get $free))
            (local.set $free (local.get $cell))
            (local.set $size (i32.sub (local.get $size) (i32.const 1)))
            (local.set $reached (i32.load (i32.add (global.get $ticks) (local.get $at))))
            ;; Found a shorter way since it was pushed: met in an earlier bucket.
            (br_if $items (i32.ne (i32.shr_u (local.get $reached) (i32.const 11)) (local.get $bucket)))
            (local.set $whose (i32.load (i32.add (global.get $sources) (local.get $at))))
            (local.set $row (i32.add (global.get $starts) (local.get $at)))
            (local.set $arc (i32.add (global.get $arcs) (i32.shl (i32.load (local.get $row)) (i32.const 3))))
            (local.set $stop (i32.add (global.get $arcs) (i32.shl (i32.load offset=4 (local.get $row)) (i32.const 3))))
            (loop $arcs
              (br_if $items (i32.eq (local.get $arc) (local.get $stop)))
              (local.set $next (i32.load (local.get $arc)))
              (local.set $total (i32.add (local.get $reached) (i32.load offset=4 (local.get $arc))))
              (local.set $arc (i32.add (local.get $arc) (i32.const 8)))
              (br_if $arcs (i32.and (local.get $next) (global.get $barred)))
              (local.set $next (i32.and (local.get $next) (i32.const -4)))
              (local.set $known (i32.load (i32.add (global.get $ticks) (local.get $next))))
              ;; A node keeps the lowest pair (time, source); with a closed road the sum is never better.
              (br_if $arcs (i32.gt_s (local.get $total) (local.get $known)))
              (if (i32.eq (local.get $total) (local.get $known)) (then
                (br_if $arcs (i32.ge_s (local.get $whose) (i32.load (i32.add (global.get $sources) (local.get $next)))))))
              (if (i32.eq (local.get $known) (i32.const 0x3fffffff)) (then
                (i32.store (i32.add (global.get $touched) (i32.shl (local.get $count) (i32.const 2))) (i32.shr_u (local.get $next) (i32.const 2)))
                (local.set $count (i32.add (local.get $count) (i32.const 1)))))
              (i32.store (i32.add (global.get $ticks) (local.get $next)) (local.get $total))
              (i32.store (i32.add (global.get $sources) (local.get $next)) (local.get $whose))
              ;; A cell for it: a freed one, or a new one.
              (if (local.get $free)
                (then
                  (local.set $cell (local.get $free))
                  (local.set $free (i32.load offset=4 (local.get $cell))))
                (else
                  (local.set $cell (global.get $end))
                  (if (i32.ge_u (local.get $cell) (global.get $limit)) (then
                    (global.set $count (local.get $count))
                    (return (i32.const -1))))
                  (global.set $end (i32.add (local.get $cell) (i32.const 8)))))
              (local.set $into (i32.add (global.get $ring)
                (i32.shl (i32.and (i32.shr_u (local.get $total) (i32.const 11)) (global.get $mask)) (i32.const 2))))
              (i32.store (local.get $cell) (i32.shr_u (local.get $next) (i32.const 2)))
              (i32.store offset=4 (local.get $cell) (i32.load (local.get $into)))
              (i32.store (local.get $into) (local.get $cell))
              (local.set $size (i32.add (local.get $size) (i32.const 1)))
              (br $arcs)))))
        (local.set $bucket (i32.add (local.get $bucket) (i32.const 1)))
        (br $buckets)))
    (global.set $free (local.get $free))
    (global.set $size (local.get $size))
    (global.set $bucket (local.get $bucket))
    (global.set $count (local.get $count))
    (local.get $size)))
