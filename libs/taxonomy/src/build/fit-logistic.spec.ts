import { logitOf } from '../model/linear-score.js';
import { seededRandom } from '../model/random.js';
import { fitLogistic } from './fit-logistic.js';

const seed = 5;

describe(`Logistic regression (seed ${seed})`, () => {
  const random = seededRandom(seed);
  const weights = [2, -1, 0.5];
  const examples = Array.from({ length: 4000 }, () => {
    const features = [random(), 10 * random()];
    const sure = 1 / (1 + Math.exp(-logitOf(weights, features)));
    return { features, isOne: random() < sure };
  });

  it('finds the weights that made its examples', () => {
    const [one, two, constant] = fitLogistic(examples, 0);
    expect(one).toBeCloseTo(2, 0);
    expect(two).toBeCloseTo(-1, 0);
    expect(constant).toBeCloseTo(0.5, 0);
  });

  it('pays for large weights and not for the constant', () => {
    const [one = 0, two = 0] = fitLogistic(examples, 10);
    expect(Math.abs(one) + Math.abs(two)).toBeLessThan(0.2);
    const always = fitLogistic(
      [
        { features: [0], isOne: true, weight: 9 },
        { features: [0], isOne: false },
      ],
      1,
    );
    expect(always.at(-1)).toBeCloseTo(Math.log(9), 3);
  });
});
