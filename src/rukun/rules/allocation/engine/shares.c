/* The Method of Equal Shares at one endowment, and again at the next endowment at which anything can change.

   Everyone holds the same endowment. The project whose supporters pay least for a unit of worth is bought: each pays
   the same for a point, who has less gives the last. Sums run in doubles whose errors are bounded; where two numbers
   stand closer than their bounds, the ledger decides in whole numbers. Money is counted in 1/voters of a unit.

   With `sloped` every number carries how it drifts as the endowment grows, and `horizon` is how far it may grow
   before any comparison of this run could come out otherwise: never too far, at worst too near. */

#include "ledger.h"

enum { POOR, RICH, UNSURE };
enum { NOBODY = -1, DRY = -2 };

/* What one run knows of a project. Prices only rise as money goes and as more of the poor are found, so a price is a
   lower bound until it is final for its round. */
struct bid {
  i32 is_bought, is_refused, round, is_final;
  double poor;           /* points of those found poor */
  double error, drift, drift_error; /* of its price */
  double share;          /* of one point */
};

static struct bid *bids;
static double *price;           /* of one unit of worth of each open project; NEVER where it is not open */
static double *money, *drift;   /* of each ballot: what each of its people holds */
static double *heads;           /* of each supporter: the people of its ballot, side by side for quick reading */
static i32 *last;               /* of each ballot: its latest payment, NOBODY, or DRY when all is spent */
static i32 *before, *paid_round, *paid_points, payments; /* chains of payments */
static u8 *kind, *other_kind;   /* of each supporter of a form: POOR, RICH or UNSURE */
static struct form best, rival, single;
static i32 *level, levels;      /* the projects that stand exactly level with the best */
static i32 room_for;

static i64 endowment;
static i32 sloped;
static double horizon, error, drift_error;

static inline i32 point(i32 k) { return desk.plain ? 1 : desk.points[k]; }
static inline double size(double x) { return x < 0 ? -x : x; }
static inline i64 worth(i32 p) { return desk.by_cost && desk.cost[p] ? desk.cost[p] : 1; }
static inline i64 cost(i32 p) { return desk.cost[p] * desk.voters; }
static inline double people(i32 p) { return (double)desk.people[p]; }
static inline double points(i32 p) { return (double)desk.votes[p]; }

/* A sum over the supporters is right to so many units in the last place of the sum of sizes: one for each, some more. */
static inline double terms(i32 p) { return supporters_of(p) + 4; }

/* Room to work, once for each election. */
static void make_room(void) {
  u64 m = desk.projects, n = desk.ballots, entries = desk.entries;
  if (laid == room_for) return;
  room_for = laid;
  bids = take(m * sizeof(struct bid)), price = take(m * 8), level = take(m * 4);
  money = take(n * 8), drift = take(n * 8), last = take(n * 4), heads = take(entries * 8);
  before = take(entries * 4), paid_round = take(entries * 4), paid_points = take(entries * 4);
  kind = take(most_supporters()), other_kind = take(most_supporters());
  for (u64 k = 0; k < entries; k++) heads[k] = desk.weight[desk.who[k]];
  lay_ledger();
  best = lay_form(), rival = lay_form(), single = lay_form();
}

/* Nothing happens to a difference of `gap` before the endowment grew by `horizon`, if it closes at this speed. */
static inline void keep(double gap, double gap_error, double speed, double speed_error) {
  speed += speed_error, gap -= gap_error;
  if (speed <= 0 || gap >= horizon * speed) return;
  horizon = gap > 0 ? gap / speed * (1 - 8 * ULP) : 0;
}

/* --- Forms: the exact side ------------------------------------------------------------------------------------ */

static void put(struct form *form, i32 k) {
  i32 ballot = desk.who[k], here = desk.weight[ballot], at = last[ballot];
  if (at == DRY) return;
  form->poor += here;
  for (; at >= 0; at = before[at]) form->used[paid_round[at]] += (i64)here * paid_points[at];
}

static void take_from_rich(struct form *form, i32 k) {
  form->rich -= (i64)desk.weight[desk.who[k]] * point(k);
  put(form, k);
}

/* The sign of what this supporter holds, less its share of the form; or of how that drifts. */
static i32 beyond_share(const struct form *form, i32 k, i32 drifts) {
  empty(&single);
  for (i32 at = last[desk.who[k]]; at >= 0; at = before[at]) single.used[paid_round[at]] = paid_points[at];
  single.poor = 1, single.rich = point(k);
  work_out(&single, 0, endowment);
  scale(single.money, -1);  /* no cost, less what it holds: the sign turned round */
  if (sloped) scale(single.drift, -1);
  return compare(&single, 1, form, 1, drifts);
}

static void sort_surely(struct form *form, i32 p, double share, double slack, u8 *kinds) {
  FOR_SUPPORTERS(k, p) {
    i32 ballot = desk.who[k];
    double beyond = money[ballot] - share * point(k), doubt = error + slack * point(k);
    u8 *mine = &kinds[k - desk.start[p]];
    *mine = last[ballot] == DRY || beyond < -doubt ? POOR : beyond > doubt ? RICH : UNSURE;
    if (*mine == POOR) take_from_rich(form, k);
  }
}

static i32 sort_unsure(struct form *form, i32 p, u8 *kinds) {
  i32 moved = 0;
  FOR_SUPPORTERS(k, p) {
    u8 *mine = &kinds[k - desk.start[p]];
    if (*mine != UNSURE || beyond_share(form, k, 0) >= 0) continue;
    *mine = POOR, moved = 1;
    take_from_rich(form, k);
  }
  return moved;
}

/* Who pays in full and who gives the last, exactly; UNSURE then means: holds just its share or more, found so exactly. */
static void settle(struct form *form, i32 p, u8 *kinds) {
  empty(form), form->rich = desk.votes[p];
  if (desk.cost[p]) sort_surely(form, p, bids[p].share, bids[p].error * worth(p) + 4 * ULP * bids[p].share, kinds);
  do work_out(form, cost(p), endowment);
  while (desk.cost[p] && sort_unsure(form, p, kinds));
}

static void put_all(struct form *form, i32 p) {
  empty(form);
  FOR_SUPPORTERS(k, p) put(form, k);
}

/* The sign of what the supporters of p lack, exactly. */
static i32 lacking(i32 p) {
  put_all(&rival, p);
  work_out(&rival, cost(p), endowment);
  return sign(rival.money);
}

/* --- Bids: the quick side ------------------------------------------------------------------------------------- */

struct sums { double held, poor_money, poor_points, poor_people, drift; };

/* Two numbers at a time, and no branch: rich and poor come in no order that a processor could guess. */
typedef double pair __attribute__((vector_size(16)));
typedef i64 mask __attribute__((vector_size(16)));

struct pairs { pair held, poor_money, poor_points, poor_people, drift; };

static inline void add(struct pairs *sums, pair mine, pair here, pair each, double share, pair drifts) {
  pair poor = (pair)((mask)here & (mask)(mine < each * share));
  sums->held += here * mine, sums->poor_money += poor * mine;
  sums->poor_people += poor, sums->poor_points += poor * each;
  sums->drift += poor * drifts;
}

static inline struct sums gather(i32 p, double share, i32 with_drift) {
  struct pairs sums = {0};
  i32 k = desk.start[p], end = desk.start[p + 1];
  pair each = {1, 1}, drifts = {0};
  for (; k + 1 < end; k += 2) {
    i32 one = desk.who[k], other = desk.who[k + 1];
    if (!desk.plain) each = (pair){desk.points[k], desk.points[k + 1]};
    if (with_drift) drifts = (pair){drift[one], drift[other]};
    add(&sums, (pair){money[one], money[other]}, (pair){heads[k], heads[k + 1]}, each, share, drifts);
  }
  if (k < end)
    add(&sums, (pair){money[desk.who[k]]}, (pair){heads[k]}, (pair){point(k)}, share, (pair){drift[desk.who[k]]});
  return (struct sums){sums.held[0] + sums.held[1], sums.poor_money[0] + sums.poor_money[1],
                       sums.poor_points[0] + sums.poor_points[1], sums.poor_people[0] + sums.poor_people[1],
                       sums.drift[0] + sums.drift[1]};
}

static struct sums sums_at(i32 p, double share) { return sloped ? gather(p, share, 1) : gather(p, share, 0); }

static void shut(i32 p, double held) {
  price[p] = NEVER;
  if (!sloped) return;
  double grows = 0, n = terms(p);
  FOR_SUPPORTERS(k, p) grows += heads[k] * drift[desk.who[k]];
  keep(cost(p) - held, people(p) * error + n * ULP * held, grows,
       people(p) * drift_error + n * ULP * people(p) * ledger.steep);
}

static void price_from(i32 p, const struct sums *sums) {
  struct bid *bid = &bids[p];
  double rich = (points(p) - sums->poor_points) * worth(p), n = terms(p);
  double share = (cost(p) - sums->poor_money) / (points(p) - sums->poor_points);
  bid->is_final = share <= bid->share || (bid->round == result.rounds && bid->poor == sums->poor_points);
  bid->round = result.rounds, bid->poor = sums->poor_points;
  bid->share = share;
  price[p] = bid->share / worth(p);
  bid->error = (sums->poor_people * error + n * ULP * (double)cost(p)) / rich + 4 * ULP * price[p];
  bid->drift = -sums->drift / rich;
  bid->drift_error = (sums->poor_people * drift_error + n * ULP * sums->poor_people * ledger.steep) / rich
                     + 4 * ULP * size(bid->drift);
}

/* Where the supporters hold the cost and hardly more: first who is poor with all of them as poor as can be. */
static void price_exactly(i32 p) {
  double top = 0;
  FOR_SUPPORTERS(k, p) {
    double each = money[desk.who[k]] / point(k);
    if (each > top) top = each;
  }
  struct bid *bid = &bids[p];
  bid->share = top, bid->error = (4 * people(p) * error + terms(p) * ULP * (double)cost(p)) / worth(p);
  settle(&rival, p, other_kind);
  double rich = (double)rival.rich * worth(p);
  bid->round = result.rounds, bid->is_final = 1;
  price[p] = ratio(rival.money, ledger.unit) / rich, bid->share = price[p] * worth(p);
  bid->error = 8 * ULP * price[p];
  bid->drift = sloped ? ratio(rival.drift, ledger.unit) / rich : 0;
  bid->drift_error = 8 * ULP * size(bid->drift);
}

/* One step towards the final price: who cannot pay the share as it stands is poor, the rest share what is missing. */
static void improve(i32 p) {
  double wanted = cost(p);
  struct sums sums = sums_at(p, bids[p].share);
  double doubt = people(p) * error + terms(p) * ULP * sums.held;
  if (sums.held < wanted - doubt) return shut(p, sums.held);
  if (sums.held < wanted + doubt && wanted > 0) return lacking(p) > 0 ? shut(p, sums.held) : price_exactly(p);
  if (points(p) - sums.poor_points < 0.5) return price_exactly(p);
  price_from(p, &sums);
}

static inline i32 is_final(i32 p) { return bids[p].round == result.rounds && bids[p].is_final; }

/* --- One run -------------------------------------------------------------------------------------------------- */

static i32 cheapest(void) {
  i32 found = NOBODY;
  double least = NEVER;
  for (i32 p = 0; p < desk.projects; p++)
    if (price[p] < least) found = p, least = price[p];
  return found;
}

static i32 is_near(i32 p, i32 q) {
  return price[q] - bids[q].error <= price[p] + bids[p].error;
}

static void swap(void) {
  struct form form = best;
  u8 *kinds = kind;
  best = rival, rival = form, kind = other_kind, other_kind = kinds;
}

/* Who is the cheaper of two that stand close; the level ones are kept, and their drift tells how long they stay so. */
static i32 contend(i32 p, i32 q) {
  settle(&rival, q, other_kind);
  i32 order = compare(&rival, worth(q), &best, worth(p), 0);
  if (order > 0) return p;
  if (order < 0) levels = 0;
  level[levels++] = q;
  if (order == 0 && desk.rank[q] > desk.rank[p]) return p;
  swap();
  return q;
}

static i32 choose(void) {
  i32 p;
  while ((p = cheapest()) >= 0 && !is_final(p)) improve(p);
  if (p < 0) return p;
  settle(&best, p, kind);
  levels = 0, level[levels++] = p;
  i32 first = p;
  for (i32 q = 0; q < desk.projects; q++) {
    if (q == first || !is_near(p, q)) continue;
    while (is_near(p, q) && !is_final(q)) improve(q);
    if (is_near(p, q)) p = contend(p, q);
  }
  return p;
}

static i32 is_level(i32 q) {
  for (i32 i = 0; i < levels; i++)
    if (level[i] == q) return 1;
  return 0;
}

/* How long the winner stays ahead of every other open project. A level one stays level, falls back, or passes at once. */
static void look_ahead(i32 p) {
  const struct bid *mine = &bids[p];
  for (i32 q = 0; q < desk.projects; q++) {
    const struct bid *bid = &bids[q];
    if (q == p || price[q] == NEVER) continue;
    if (!is_level(q)) {
      keep(price[q] - price[p], bid->error + mine->error, mine->drift - bid->drift, bid->drift_error + mine->drift_error);
      continue;
    }
    settle(&rival, q, other_kind);
    if (compare(&rival, worth(q), &best, worth(p), 1) < 0) horizon = 0;
  }
}

static void watch_share(i32 k, double share, double drifts, u8 mine) {
  i32 ballot = desk.who[k];
  double each = point(k), beyond = money[ballot] - share * each, grows = drift[ballot] - drifts * each;
  double gap_error = error + 8 * ULP * share * each, speed_error = drift_error + 8 * ULP * size(drifts) * each;
  if (mine != UNSURE) return keep(size(beyond), gap_error, beyond < 0 ? grows : -grows, speed_error);
  if (beyond_share(&best, k, 0) > 0 || beyond_share(&best, k, 1) < 0) horizon = 0;
}

static i32 pay(i32 k, double share, double drifts) {
  i32 ballot = desk.who[k];
  before[payments] = last[ballot], paid_round[payments] = result.rounds, paid_points[payments] = point(k);
  last[ballot] = payments++;
  money[ballot] -= share * point(k), drift[ballot] -= drifts * point(k);
  if (money[ballot] < 0) money[ballot] = 0;
  return desk.weight[ballot];
}

static void dry(i32 k) { money[desk.who[k]] = 0, drift[desk.who[k]] = 0, last[desk.who[k]] = DRY; }

static void charge(i32 p, double share, double drifts) {
  i32 full = 0;
  FOR_SUPPORTERS(k, p) {
    u8 mine = kind[k - desk.start[p]];
    if (sloped) watch_share(k, share, drifts, mine);
    i32 spends_all = mine == POOR || (mine == UNSURE && !sloped && beyond_share(&best, k, 0) == 0);
    if (mine != POOR) full += pay(k, share, drifts);
    if (spends_all) dry(k);
  }
  result.full[result.rounds] = full;
}

static void note_level(void) {
  if (levels < 2) return;
  for (i32 i = 0; i < levels; i++) note_tie(level[i]);
}

static void buy(i32 p) {
  i32 r = result.rounds;
  double rich = (double)best.rich, share = ratio(best.money, ledger.unit) / rich;
  double drifts = sloped ? ratio(best.drift, ledger.unit) / rich : 0;
  note_level();
  result.order[r] = p, result.rich[r] = best.rich, result.poor[r] = best.poor;
  for (i32 j = 0; j < r; j++) result.used[r * desk.projects + j] = best.used[j];
  if (desk.cost[p]) charge(p, share, drifts);
  else result.full[r] = (i32)desk.people[p];
  ledger.steep += 2 * size(drifts) * (double)desk.most_points;
  enter(&best);
  result.rounds++, result.spent += desk.cost[p], result.touched[p] = 1;
  bids[p].is_bought = 1, price[p] = NEVER;
  error = (10 * result.rounds + 4) * ULP * (double)endowment; /* eight for each payment: see ratio; two to spare */
  drift_error = (10 * result.rounds + 10) * ULP * ledger.steep;
}

static void begin(void) {
  endowment = desk.ceiling + result.steps * desk.step * desk.voters;
  horizon = 0x1p62, error = 2 * ULP * (double)endowment, drift_error = 2 * ULP, payments = 0;
  result.rounds = 0, result.ties = 0, result.spent = 0;
  open_ledger(sloped);
  for (i32 b = 0; b < desk.ballots; b++) money[b] = (double)endowment, drift[b] = 1, last[b] = NOBODY;
  for (i32 p = 0; p < desk.projects; p++) {
    double share = (double)cost(p) / points(p);
    price[p] = may_win(p) ? share / worth(p) : NEVER;
    bids[p] = (struct bid){.round = -1, .share = share, .error = 4 * ULP * price[p]};
  }
}

static void run(void) {
  i32 p;
  begin();
  while ((p = choose()) >= 0) {
    if (sloped) look_ahead(p);
    if (may_join(p)) buy(p);
    else bids[p].is_refused = 1, price[p] = NEVER;
  }
}

static void open_count(i32 with_drifts) {
  make_room();
  sloped = with_drifts, result.steps = 0, result.over = 0;
  for (i32 p = 0; p < desk.projects; p++) result.touched[p] = 0;
}

/* One run at the endowment that the ceiling gives. */
EXPORT(shares) void shares(void) {
  open_count(0);
  run();
}

/* Whether no project still waits, neither bought nor turned away in this run, that may join; `fitting`: of those that what is left could pay. */
static i32 is_over(i32 fitting) {
  for (i32 p = 0; p < desk.projects; p++) {
    i32 is_left = may_win(p) && !bids[p].is_bought && !bids[p].is_refused;
    if (is_left && (!fitting || result.spent + desk.cost[p] <= desk.ceiling) && may_join(p)) return 0;
  }
  return 1;
}

/* Steps to the first endowment at which this run could come out otherwise: at least one. */
static i64 steps_ahead(void) {
  double steps = horizon / ((double)desk.step * (double)desk.voters);
  return steps <= 1 ? 1 : (i64)steps + ((double)(i64)steps < steps);
}

static void note_overspending(void) {
  result.over = result.spent - desk.ceiling, result.steps--;
  for (i32 p = 0; p < desk.projects; p++) result.beyond[p] = bids[p].is_bought;
}

/* Step by step until the next step would overspend, or nothing can change any more. Leaves the last good run. */
EXPORT(complete) void complete(void) {
  open_count(1);
  for (;;) {
    run();
    if (result.spent > desk.ceiling) {
      note_overspending();
      break;
    }
    if (horizon >= 0x1p61 || is_over(0) || (desk.exhaustive && is_over(1))) break;
    result.steps += steps_ahead();
  }
  sloped = 0;
  run();
}

/* What the supporters of the project asked about still hold, as people and points paid, into result.held. */
EXPORT(holdings) void holdings(void) {
  put_all(&rival, desk.asked);
  result.held[0] = rival.poor;
  for (i32 j = 0; j < result.rounds; j++) result.held[j + 1] = rival.used[j];
}
