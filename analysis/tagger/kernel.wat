;; The tagger's inner loops. Compiled to kernel-bytes.ts by `node scripts/train/compile-kernel.ts`.
;; All addresses and strides are in bytes; kernel.ts says what the functions mean and has the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)

  ;; tanh by Padé's approximant of order [7/6], within 1e-4 of the truth, and flat where that would leave -1 to 1.
  (func $tanh (param $x v128) (result v128)
    (local $y v128)
    (local.set $x (f32x4.max (f32x4.min (local.get $x) (v128.const f32x4 4.97 4.97 4.97 4.97)) (v128.const f32x4 -4.97 -4.97 -4.97 -4.97)))
    (local.set $y (f32x4.mul (local.get $x) (local.get $x)))
    (f32x4.div
      (f32x4.mul (local.get $x)
        (f32x4.add (v128.const f32x4 135135 135135 135135 135135) (f32x4.mul (local.get $y)
          (f32x4.add (v128.const f32x4 17325 17325 17325 17325) (f32x4.mul (local.get $y)
            (f32x4.add (v128.const f32x4 378 378 378 378) (local.get $y)))))))
      (f32x4.add (v128.const f32x4 135135 135135 135135 135135) (f32x4.mul (local.get $y)
        (f32x4.add (v128.const f32x4 62370 62370 62370 62370) (f32x4.mul (local.get $y)
          (f32x4.add (v128.const f32x4 3150 3150 3150 3150) (f32x4.mul (local.get $y) (v128.const f32x4 28 28 28 28)))))))))

  ;; sigmoid x = (1 + tanh x/2) / 2
  (func $sigmoid (param $x v128) (result v128)
    (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (f32x4.add (v128.const f32x4 1 1 1 1) (call $tanh (f32x4.mul (v128.const f32x4 0.5 0.5 0.5 0.5) (local.get $x))))))

  ;; Adds weights x vector to each of `count` rows of sums. Vectors and weights are 16-bit integers; weights lie in blocks of 16 rows,
  ;; two columns at a time, and behind them the scale of each row. Integers add up exactly; only then do they become floats.
  (func (export "addProducts")
    (param $sums i32) (param $sumsStride i32) (param $vectors i32) (param $vectorsStride i32) (param $count i32) (param $weights i32) (param $rows i32) (param $columns i32)
    (local $row i32) (local $w i32) (local $v i32) (local $end i32) (local $s i32) (local $t i32) (local $k i32) (local $x v128) (local $y v128) (local $m v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (block $done
      (loop $next
        (br_if $done (i32.le_s (local.get $count) (i32.const 0)))
        (local.set $w (local.get $weights))
        (local.set $k (i32.add (local.get $weights) (i32.shl (i32.mul (local.get $rows) (local.get $columns)) (i32.const 1))))
        (local.set $s (local.get $sums))
        (local.set $end (i32.add (local.get $vectors) (i32.shl (local.get $columns) (i32.const 1))))
        (local.set $row (i32.const 0))
        (if (i32.ge_s (local.get $count) (i32.const 2))
          (then
            ;; Two vectors at once share each weight that is loaded.
            (local.set $t (i32.add (local.get $sums) (local.get $sumsStride)))
            (loop $blocks
              (local.set $v (local.get $vectors))
              (local.set $a (v128.const i32x4 0 0 0 0))
              (local.set $b (v128.const i32x4 0 0 0 0))
              (local.set $c (v128.const i32x4 0 0 0 0))
              (local.set $d (v128.const i32x4 0 0 0 0))
              (local.set $e (v128.const i32x4 0 0 0 0))
              (local.set $f (v128.const i32x4 0 0 0 0))
              (local.set $g (v128.const i32x4 0 0 0 0))
              (local.set $h (v128.const i32x4 0 0 0 0))
              (loop $pairs
                (local.set $x (v128.load32_splat (local.get $v)))
                (local.set $y (v128.load32_splat (i32.add (local.get $v) (local.get $vectorsStride))))
                (local.set $m (v128.load (local.get $w)))
                (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $x) (local.get $m))))
                (local.set $e (i32x4.add (local.get $e) (i32x4.dot_i16x8_s (local.get $y) (local.get $m))))
                (local.set $m (v128.load offset=16 (local.get $w)))
                (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $x) (local.get $m))))
                (local.set $f (i32x4.add (local.get $f) (i32x4.dot_i16x8_s (local.get $y) (local.get $m))))
                (local.set $m (v128.load offset=32 (local.get $w)))
                (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $x) (local.get $m))))
                (local.set $g (i32x4.add (local.get $g) (i32x4.dot_i16x8_s (local.get $y) (local.get $m))))
                (local.set $m (v128.load offset=48 (local.get $w)))
                (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $x) (local.get $m))))
                (local.set $h (i32x4.add (local.get $h) (i32x4.dot_i16x8_s (local.get $y) (local.get $m))))
                (local.set $w (i32.add (local.get $w) (i32.const 64)))
                (local.set $v (i32.add (local.get $v) (i32.const 4)))
                (br_if $pairs (i32.lt_u (local.get $v) (local.get $end))))
              (v128.store (local.get $s) (f32x4.add (v128.load (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $k)))))
              (v128.store offset=16 (local.get $s) (f32x4.add (v128.load offset=16 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $b)) (v128.load offset=16 (local.get $k)))))
              (v128.store offset=32 (local.get $s) (f32x4.add (v128.load offset=32 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $c)) (v128.load offset=32 (local.get $k)))))
              (v128.store offset=48 (local.get $s) (f32x4.add (v128.load offset=48 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $d)) (v128.load offset=48 (local.get $k)))))
              (v128.store (local.get $t) (f32x4.add (v128.load (local.get $t)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $e)) (v128.load (local.get $k)))))
              (v128.store offset=16 (local.get $t) (f32x4.add (v128.load offset=16 (local.get $t)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $f)) (v128.load offset=16 (local.get $k)))))
              (v128.store offset=32 (local.get $t) (f32x4.add (v128.load offset=32 (local.get $t)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $g)) (v128.load offset=32 (local.get $k)))))
              (v128.store offset=48 (local.get $t) (f32x4.add (v128.load offset=48 (local.get $t)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $h)) (v128.load offset=48 (local.get $k)))))
              (local.set $s (i32.add (local.get $s) (i32.const 64)))
              (local.set $t (i32.add (local.get $t) (i32.const 64)))
              (local.set $k (i32.add (local.get $k) (i32.const 64)))
              (local.set $row (i32.add (local.get $row) (i32.const 16)))
              (br_if $blocks (i32.lt_s (local.get $row) (local.get $rows)))))
          (else
            ;; One vector alone: two blocks at once, so that eight sums run side by side. A last single block is taken twice, and kept once.
            (loop $blocks
              (local.set $t (local.get $w))
              (if (i32.lt_s (i32.add (local.get $row) (i32.const 16)) (local.get $rows))
                (then (local.set $t (i32.add (local.get $w) (i32.shl (local.get $columns) (i32.const 5))))))
              (local.set $v (local.get $vectors))
              (local.set $a (v128.const i32x4 0 0 0 0))
              (local.set $b (v128.const i32x4 0 0 0 0))
              (local.set $c (v128.const i32x4 0 0 0 0))
              (local.set $d (v128.const i32x4 0 0 0 0))
              (local.set $e (v128.const i32x4 0 0 0 0))
              (local.set $f (v128.const i32x4 0 0 0 0))
              (local.set $g (v128.const i32x4 0 0 0 0))
              (local.set $h (v128.const i32x4 0 0 0 0))
              (loop $pairs
                (local.set $x (v128.load32_splat (local.get $v)))
                (local.set $a (i32x4.add (local.get $a) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $w)))))
                (local.set $b (i32x4.add (local.get $b) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=16 (local.get $w)))))
                (local.set $c (i32x4.add (local.get $c) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=32 (local.get $w)))))
                (local.set $d (i32x4.add (local.get $d) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=48 (local.get $w)))))
                (local.set $e (i32x4.add (local.get $e) (i32x4.dot_i16x8_s (local.get $x) (v128.load (local.get $t)))))
                (local.set $f (i32x4.add (local.get $f) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=16 (local.get $t)))))
                (local.set $g (i32x4.add (local.get $g) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=32 (local.get $t)))))
                (local.set $h (i32x4.add (local.get $h) (i32x4.dot_i16x8_s (local.get $x) (v128.load offset=48 (local.get $t)))))
                (local.set $t (i32.add (local.get $t) (i32.const 64)))
                (local.set $w (i32.add (local.get $w) (i32.const 64)))
                (local.set $v (i32.add (local.get $v) (i32.const 4)))
                (br_if $pairs (i32.lt_u (local.get $v) (local.get $end))))
              (v128.store (local.get $s) (f32x4.add (v128.load (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $a)) (v128.load (local.get $k)))))
              (v128.store offset=16 (local.get $s) (f32x4.add (v128.load offset=16 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $b)) (v128.load offset=16 (local.get $k)))))
              (v128.store offset=32 (local.get $s) (f32x4.add (v128.load offset=32 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $c)) (v128.load offset=32 (local.get $k)))))
              (v128.store offset=48 (local.get $s) (f32x4.add (v128.load offset=48 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $d)) (v128.load offset=48 (local.get $k)))))
              (if (i32.lt_s (i32.add (local.get $row) (i32.const 16)) (local.get $rows))
                (then
                  (v128.store offset=64 (local.get $s) (f32x4.add (v128.load offset=64 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $e)) (v128.load offset=64 (local.get $k)))))
                  (v128.store offset=80 (local.get $s) (f32x4.add (v128.load offset=80 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $f)) (v128.load offset=80 (local.get $k)))))
                  (v128.store offset=96 (local.get $s) (f32x4.add (v128.load offset=96 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $g)) (v128.load offset=96 (local.get $k)))))
                  (v128.store offset=112 (local.get $s) (f32x4.add (v128.load offset=112 (local.get $s)) (f32x4.mul (f32x4.convert_i32x4_s (local.get $h)) (v128.load offset=112 (local.get $k)))))))
              (local.set $w (local.get $t))
              (local.set $s (i32.add (local.get $s) (i32.const 128)))
              (local.set $k (i32.add (local.get $k) (i32.const 128)))
              (local.set $row (i32.add (local.get $row) (i32.const 32)))
              (br_if $blocks (i32.lt_s (local.get $row) (local.get $rows))))))
        (local.set $sums (i32.add (local.get $sums) (i32.shl (local.get $sumsStride) (i32.const 1))))
        (local.set $vectors (i32.add (local.get $vectors) (i32.shl (local.get $vectorsStride) (i32.const 1))))
        (local.set $count (i32.sub (local.get $count) (i32.const 2)))
        (br $next))))

  ;; One step of `hidden` LSTM cells: gates are four runs of sums (input, forget, cell, output); cell is updated, state is written as
  ;; 16-bit integers, 32767 for one.
  (func (export "step") (param $gates i32) (param $cell i32) (param $state i32) (param $hidden i32)
    (local $bytes i32) (local $end i32) (local $kept v128) (local $shorts v128)
    (local.set $bytes (i32.shl (local.get $hidden) (i32.const 2)))
    (local.set $end (i32.add (local.get $gates) (local.get $bytes)))
    (loop $cells
      (local.set $kept
        (f32x4.add
          (f32x4.mul (call $sigmoid (v128.load (i32.add (local.get $gates) (local.get $bytes)))) (v128.load (local.get $cell)))
          (f32x4.mul
            (call $sigmoid (v128.load (local.get $gates)))
            (call $tanh (v128.load (i32.add (local.get $gates) (i32.shl (local.get $bytes) (i32.const 1))))))))
      (v128.store (local.get $cell) (local.get $kept))
      (local.set $shorts
        (i32x4.trunc_sat_f32x4_s (f32x4.nearest (f32x4.mul (v128.const f32x4 32767 32767 32767 32767)
          (f32x4.mul
            (call $sigmoid (v128.load (i32.add (local.get $gates) (i32.mul (local.get $bytes) (i32.const 3)))))
            (call $tanh (local.get $kept)))))))
      (v128.store64_lane 0 (local.get $state) (i16x8.narrow_i32x4_s (local.get $shorts) (local.get $shorts)))
      (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
      (local.set $state (i32.add (local.get $state) (i32.const 8)))
      (local.set $gates (i32.add (local.get $gates) (i32.const 16)))
      (br_if $cells (i32.lt_u (local.get $gates) (local.get $end))))))
