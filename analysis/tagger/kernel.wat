;; The tagger's inner loops, four floats at a time. Compiled to kernel-bytes.ts by `node scripts/train/compile-kernel.ts`.
;; All addresses are in bytes, all strides too; kernel.ts says what the functions mean and has the same in plain JavaScript.
(module
  (memory (import "env" "memory") 1)

  ;; e to the power of x, for |x| <= 87: Cephes' expf (Moshier 1992), a polynomial around the nearest power of two.
  (func $exp (param $x v128) (result v128)
    (local $n v128) (local $r v128) (local $p v128)
    (local.set $n (f32x4.nearest (f32x4.mul (local.get $x) (v128.const f32x4 1.44269504 1.44269504 1.44269504 1.44269504))))
    (local.set $r (f32x4.sub (local.get $x) (f32x4.mul (local.get $n) (v128.const f32x4 0.693359375 0.693359375 0.693359375 0.693359375))))
    (local.set $r (f32x4.add (local.get $r) (f32x4.mul (local.get $n) (v128.const f32x4 2.12194440e-4 2.12194440e-4 2.12194440e-4 2.12194440e-4))))
    (local.set $p (v128.const f32x4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4 1.9875691500e-4))
    (local.set $p (f32x4.add (f32x4.mul (local.get $p) (local.get $r)) (v128.const f32x4 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3 1.3981999507e-3)))
    (local.set $p (f32x4.add (f32x4.mul (local.get $p) (local.get $r)) (v128.const f32x4 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3 8.3334519073e-3)))
    (local.set $p (f32x4.add (f32x4.mul (local.get $p) (local.get $r)) (v128.const f32x4 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2 4.1665795894e-2)))
    (local.set $p (f32x4.add (f32x4.mul (local.get $p) (local.get $r)) (v128.const f32x4 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1 1.6666665459e-1)))
    (local.set $p (f32x4.add (f32x4.mul (local.get $p) (local.get $r)) (v128.const f32x4 0.5 0.5 0.5 0.5)))
    (local.set $p (f32x4.add (f32x4.mul (f32x4.mul (local.get $p) (local.get $r)) (local.get $r)) (f32x4.add (local.get $r) (v128.const f32x4 1 1 1 1))))
    (f32x4.mul (local.get $p)
      (i32x4.shl (i32x4.add (i32x4.trunc_sat_f32x4_s (local.get $n)) (v128.const i32x4 127 127 127 127)) (i32.const 23))))

  (func $sigmoid (param $x v128) (result v128)
    (local.set $x (f32x4.max (f32x4.min (local.get $x) (v128.const f32x4 40 40 40 40)) (v128.const f32x4 -40 -40 -40 -40)))
    (f32x4.div (v128.const f32x4 1 1 1 1) (f32x4.add (v128.const f32x4 1 1 1 1) (call $exp (f32x4.neg (local.get $x))))))

  ;; tanh x = 2 sigmoid(2x) - 1
  (func $tanh (param $x v128) (result v128)
    (f32x4.sub
      (f32x4.mul (v128.const f32x4 2 2 2 2) (call $sigmoid (f32x4.mul (v128.const f32x4 2 2 2 2) (local.get $x))))
      (v128.const f32x4 1 1 1 1)))

  ;; Adds weights x vector to each of `count` rows of sums, two rows at a time. Weights lie in blocks of 16 rows, column by column.
  (func (export "addProducts")
    (param $sums i32) (param $sumsStride i32) (param $vectors i32) (param $vectorsStride i32) (param $count i32) (param $weights i32) (param $rows i32) (param $columns i32)
    (local $block i32) (local $w i32) (local $v i32) (local $end i32) (local $s i32) (local $t i32) (local $left i32) (local $x v128) (local $y v128)
    (local $a v128) (local $b v128) (local $c v128) (local $d v128) (local $e v128) (local $f v128) (local $g v128) (local $h v128)
    (local.set $left (local.get $count))
    (block $none
      (loop $next
        (br_if $none (i32.le_s (local.get $left) (i32.const 0)))
        (local.set $w (local.get $weights))
        (local.set $block (i32.const 0))
        (local.set $s (local.get $sums))
        (local.set $t (i32.add (local.get $sums) (local.get $sumsStride)))
        (if (i32.ge_s (local.get $left) (i32.const 2))
          (then
            (loop $blocks
              (local.set $a (v128.load (local.get $s)))
              (local.set $b (v128.load offset=16 (local.get $s)))
              (local.set $c (v128.load offset=32 (local.get $s)))
              (local.set $d (v128.load offset=48 (local.get $s)))
              (local.set $e (v128.load (local.get $t)))
              (local.set $f (v128.load offset=16 (local.get $t)))
              (local.set $g (v128.load offset=32 (local.get $t)))
              (local.set $h (v128.load offset=48 (local.get $t)))
              (local.set $v (local.get $vectors))
              (local.set $end (i32.add (local.get $vectors) (i32.shl (local.get $columns) (i32.const 2))))
              (loop $columnsLoop
                (local.set $x (v128.load32_splat (local.get $v)))
                (local.set $y (v128.load32_splat (i32.add (local.get $v) (local.get $vectorsStride))))
                (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $w)))))
                (local.set $e (f32x4.add (local.get $e) (f32x4.mul (local.get $y) (v128.load (local.get $w)))))
                (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $w)))))
                (local.set $f (f32x4.add (local.get $f) (f32x4.mul (local.get $y) (v128.load offset=16 (local.get $w)))))
                (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load offset=32 (local.get $w)))))
                (local.set $g (f32x4.add (local.get $g) (f32x4.mul (local.get $y) (v128.load offset=32 (local.get $w)))))
                (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load offset=48 (local.get $w)))))
                (local.set $h (f32x4.add (local.get $h) (f32x4.mul (local.get $y) (v128.load offset=48 (local.get $w)))))
                (local.set $w (i32.add (local.get $w) (i32.const 64)))
                (local.set $v (i32.add (local.get $v) (i32.const 4)))
                (br_if $columnsLoop (i32.lt_u (local.get $v) (local.get $end))))
              (v128.store (local.get $s) (local.get $a))
              (v128.store offset=16 (local.get $s) (local.get $b))
              (v128.store offset=32 (local.get $s) (local.get $c))
              (v128.store offset=48 (local.get $s) (local.get $d))
              (v128.store (local.get $t) (local.get $e))
              (v128.store offset=16 (local.get $t) (local.get $f))
              (v128.store offset=32 (local.get $t) (local.get $g))
              (v128.store offset=48 (local.get $t) (local.get $h))
              (local.set $s (i32.add (local.get $s) (i32.const 64)))
              (local.set $t (i32.add (local.get $t) (i32.const 64)))
              (local.set $block (i32.add (local.get $block) (i32.const 16)))
              (br_if $blocks (i32.lt_s (local.get $block) (local.get $rows)))))
          (else
            (loop $blocks
              (local.set $a (v128.load (local.get $s)))
              (local.set $b (v128.load offset=16 (local.get $s)))
              (local.set $c (v128.load offset=32 (local.get $s)))
              (local.set $d (v128.load offset=48 (local.get $s)))
              (local.set $v (local.get $vectors))
              (local.set $end (i32.add (local.get $vectors) (i32.shl (local.get $columns) (i32.const 2))))
              (loop $columnsLoop
                (local.set $x (v128.load32_splat (local.get $v)))
                (local.set $a (f32x4.add (local.get $a) (f32x4.mul (local.get $x) (v128.load (local.get $w)))))
                (local.set $b (f32x4.add (local.get $b) (f32x4.mul (local.get $x) (v128.load offset=16 (local.get $w)))))
                (local.set $c (f32x4.add (local.get $c) (f32x4.mul (local.get $x) (v128.load offset=32 (local.get $w)))))
                (local.set $d (f32x4.add (local.get $d) (f32x4.mul (local.get $x) (v128.load offset=48 (local.get $w)))))
                (local.set $w (i32.add (local.get $w) (i32.const 64)))
                (local.set $v (i32.add (local.get $v) (i32.const 4)))
                (br_if $columnsLoop (i32.lt_u (local.get $v) (local.get $end))))
              (v128.store (local.get $s) (local.get $a))
              (v128.store offset=16 (local.get $s) (local.get $b))
              (v128.store offset=32 (local.get $s) (local.get $c))
              (v128.store offset=48 (local.get $s) (local.get $d))
              (local.set $s (i32.add (local.get $s) (i32.const 64)))
              (local.set $block (i32.add (local.get $block) (i32.const 16)))
              (br_if $blocks (i32.lt_s (local.get $block) (local.get $rows))))))
        (local.set $sums (i32.add (local.get $sums) (i32.shl (local.get $sumsStride) (i32.const 1))))
        (local.set $vectors (i32.add (local.get $vectors) (i32.shl (local.get $vectorsStride) (i32.const 1))))
        (local.set $left (i32.sub (local.get $left) (i32.const 2)))
        (br $next))))

  ;; One step of `hidden` LSTM cells: gates are four runs of sums (input, forget, cell, output); cell is updated, state is written.
  (func (export "step") (param $gates i32) (param $cell i32) (param $state i32) (param $hidden i32)
    (local $bytes i32) (local $end i32) (local $kept v128)
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
      (v128.store (local.get $state)
        (f32x4.mul
          (call $sigmoid (v128.load (i32.add (local.get $gates) (i32.mul (local.get $bytes) (i32.const 3)))))
          (call $tanh (local.get $kept))))
      (local.set $cell (i32.add (local.get $cell) (i32.const 16)))
      (local.set $state (i32.add (local.get $state) (i32.const 16)))
      (local.set $gates (i32.add (local.get $gates) (i32.const 16)))
      (br_if $cells (i32.lt_u (local.get $gates) (local.get $end))))))
