//! RTA years by hand without a table: 64-bit integers, every line divided, the cents left over by selection.

/// Divides every budget (of zero or more) into a row of lines; ties go to the first line.
pub fn divide<const LINES: usize>(budgets: &[i64], weights: [u64; LINES], parts: &mut [[i64; LINES]]) {
    let sum: u64 = weights.iter().sum();
    for (&budget, parts) in budgets.iter().zip(parts) {
        let (mut rests, mut left) = ([0_u64; LINES], budget as u64);
        for line in 0..LINES {
            let product = budget as u64 * weights[line];
            (parts[line], rests[line]) = ((product / sum) as i64, product % sum);
            left -= product / sum;
        }
        for _ in 0..left {
            // Of equal remainders the first: the last of the largest from behind.
            let largest = (0..LINES).rev().max_by_key(|&line| rests[line]).expect("there are lines");
            parts[largest] += 1;
            rests[largest] = 0;
        }
    }
}
