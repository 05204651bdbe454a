;; The samples of a grid near stretches of road (../isochrone/stretches.ts): four of a row at a time, without a branch for each.
;; `npm run noyau` assembles it into spread-wasm.ts.
(module
  (import "js" "memory" (memory 1))

  ;; Every sample within $reach of a stretch takes its time at the nearest place of it, if within $limit, and the lowest is kept; so
  ;; is the square of the distance. Stretches are seven Float32 each: x, y, dx, dy (steps of the grid), seconds at its start by
  ;; either end of its road, and by how much the one rises and the other falls along it. Byte addresses; Float32 for each sample;
  ;; four samples more after the last row are read and written back as they are.
  (func (export "draw") (param $stretch i32) (param $end i32) (param $seconds i32) (param $squares i32) (param $columns i32)
    (param $reach f32) (param $limit f32) (param $perStep f32)
    (local $x f32) (local $y f32) (local $dx f32) (local $dy f32) (local $inverse f32)
    (local $first i32) (local $last i32) (local $row i32) (local $lastRow i32) (local $column i32) (local $at i32) (local $py f32)
    (local $px v128) (local $share v128) (local $away v128) (local $square v128) (local $time v128) (local $in v128) (local $known v128)
    (block $done
      (loop $stretches
        (br_if $done (i32.ge_u (local.get $stretch) (local.get $end)))
        (local.set $x (f32.load (local.get $stretch)))
        (local.set $y (f32.load offset=4 (local.get $stretch)))
        (local.set $dx (f32.load offset=8 (local.get $stretch)))
        (local.set $dy (f32.load offset=12 (local.get $stretch)))
        (local.set $inverse (f32.add (f32.mul (local.get $dx) (local.get $dx)) (f32.mul (local.get $dy) (local.get $dy))))
        (local.set $inverse (select (f32.div (f32.const 1) (local.get $inverse)) (f32.const 0) (f32.gt (local.get $inverse) (f32.const 0))))
        (local.set $first (i32.trunc_sat_f32_s (f32.ceil (f32.sub
          (f32.min (local.get $x) (f32.add (local.get $x) (local.get $dx))) (local.get $reach)))))
        (local.set $last (i32.trunc_sat_f32_s (f32.floor (f32.add
          (f32.max (local.get $x) (f32.add (local.get $x) (local.get $dx))) (local.get $reach)))))
        (local.set $row (i32.trunc_sat_f32_s (f32.ceil (f32.sub
          (f32.min (local.get $y) (f32.add (local.get $y) (local.get $dy))) (local.get $reach)))))
        (local.set $lastRow (i32.trunc_sat_f32_s (f32.floor (f32.add
          (f32.max (local.get $y) (f32.add (local.get $y) (local.get $dy))) (local.get $reach)))))
        (block $drawn
          (loop $rows
            (br_if $drawn (i32.gt_s (local.get $row) (local.get $lastRow)))
            (local.set $py (f32.sub (f32.convert_i32_s (local.get $row)) (local.get $y)))
            (local.set $at (i32.shl (i32.add (i32.mul (local.get $row) (local.get $columns)) (local.get $first)) (i32.const 2)))
            (local.set $column (local.get $first))
            (local.set $px (f32x4.add (f32x4.splat (f32.sub (f32.convert_i32_s (local.get $first)) (local.get $x))) (v128.const f32x4 0 1 2 3)))
            (loop $samples
              ;; Share of the stretch where it is nearest.
              (local.set $share (f32x4.pmax (v128.const f32x4 0 0 0 0) (f32x4.pmin (v128.const f32x4 1 1 1 1) (f32x4.mul
                (f32x4.add (f32x4.mul (local.get $px) (f32x4.splat (local.get $dx))) (f32x4.splat (f32.mul (local.get $py) (local.get $dy))))
                (f32x4.splat (local.get $inverse))))))
              (local.set $square (f32x4.sub (local.get $px) (f32x4.mul (local.get $share) (f32x4.splat (local.get $dx)))))
              (local.set $away (f32x4.sub (f32x4.splat (local.get $py)) (f32x4.mul (local.get $share) (f32x4.splat (local.get $dy)))))
              (local.set $square (f32x4.add (f32x4.mul (local.get $square) (local.get $square)) (f32x4.mul (local.get $away) (local.get $away))))
              (local.set $share (f32x4.mul (local.get $share) (f32x4.splat (f32.load offset=24 (local.get $stretch)))))
              (local.set $time (f32x4.add
                (f32x4.pmin
                  (f32x4.add (f32x4.splat (f32.load offset=16 (local.get $stretch))) (local.get $share))
                  (f32x4.sub (f32x4.splat (f32.load offset=20 (local.get $stretch))) (local.get $share)))
                (f32x4.mul (f32x4.sqrt (local.get $square)) (f32x4.splat (local.get $perStep)))))
              (local.set $in (v128.and
                (f32x4.le (local.get $square) (f32x4.splat (f32.mul (local.get $reach) (local.get $reach))))
                (f32x4.le (local.get $time) (f32x4.splat (local.get $limit)))))
              (local.set $known (v128.load (i32.add (local.get $seconds) (local.get $at))))
              (v128.store (i32.add (local.get $seconds) (local.get $at))
                (v128.bitselect (f32x4.pmin (local.get $known) (local.get $time)) (local.get $known) (local.get $in)))
              (local.set $known (v128.load (i32.add (local.get $squares) (local.get $at))))
              (v128.store (i32.add (local.get $squares) (local.get $at))
                (v128.bitselect (f32x4.pmin (local.get $known) (local.get $square)) (local.get $known) (local.get $in)))
              (local.set $px (f32x4.add (local.get $px) (v128.const f32x4 4 4 4 4)))
              (local.set $at (i32.add (local.get $at) (i32.const 16)))
              (local.set $column (i32.add (local.get $column) (i32.const 4)))
              (br_if $samples (i32.le_s (local.get $column) (local.get $last))))
            (local.set $row (i32.add (local.get $row) (i32.const 1)))
            (br $rows)))
        (local.set $stretch (i32.add (local.get $stretch) (i32.const 28)))
        (br $stretches)))))
