import { Type } from 'typebox';
import { AppError } from '#src/base/errors.ts';
import type { OrderBoard } from '#src/base/order-board.ts';
import { type ListedOrder, listOrders, type OrdersQuery } from '#src/store/list-orders.ts';
import { owedClocks } from '#src/workflow/owed-clocks.ts';
import type { WorkflowRegistry } from '#src/workflow/registry.ts';
import { type Api, ID_PARAMS, idOf, loggedIn } from './api.ts';
import { personOf } from './caller.ts';
import { bodyInvalid } from './input-problem.ts';
import { CURSOR_PARTS, limitOf, PAGE_QUERY, readCursor, toPage } from './list-page.ts';
import { orderBoardView, orderInList } from './order-schemas.ts';
import { orderView } from './order-view.ts';
import type { Services } from './services.ts';
import { strict, text, uuid } from './strict.ts';

const BOARD = loggedIn({
  summary: 'Protection orders you see, the most urgent first, and how many there are in each lane',
  querystring: strict({
    lane: Type.Optional(text(40)),
    agency: Type.Optional(uuid()),
    court: Type.Optional(uuid()),
    ...PAGE_QUERY,
  }),
  answers: [200, orderBoardView],
});

const CARD = loggedIn({
  summary: 'One protection order as the board shows it; `id` is its track',
  params: ID_PARAMS,
  answers: [200, orderInList],
});

/** The board of orders: ids, codes, dates and words of the law; nobody's name. */
export function orderRoutes(
  app: Api,
  { db, workflows, orders }: Pick<Services, 'db' | 'workflows' | 'orders'>,
): void {
  app.get('/orders', BOARD, async (request) => {
    const { lane, agency, court } = request.query;
    if (lane !== undefined && !orders.lanes.some((known) => known.lane === lane))
      throw bodyInvalid('/lane', 'not_offered');
    const limit = limitOf(request.query);
    const cursor = readCursor(request.query, [CURSOR_PARTS.instant, CURSOR_PARTS.uuid]);
    const read = await listOrders(db, personOf(request), orders, {
      clocks: clocksOf(workflows, orders),
      ...(lane !== undefined && { lane }),
      ...(agency !== undefined && { agency }),
      ...(court !== undefined && { court }),
      ...(cursor && { after: { sortAt: cursor[0] ?? '', id: cursor[1] ?? '' } }),
      limit: limit + 1,
    });
    const page = toPage(read.orders, limit, {
      item: (row: ListedOrder) => orderView({ workflows, orders }, row, read.now),
      key: (row) => [row.sortAt, row.trackId],
    });
    const lanes = orders.lanes.map(({ lane: code, title }) => ({
      lane: code,
      title,
      count: read.counts[code] ?? 0,
    }));
    return { ...page, lanes, now: read.now };
  });
  app.get('/orders/:id', CARD, async (request) => {
    const query = { clocks: clocksOf(workflows, orders), trackId: idOf(request), limit: 1 };
    const read = await listOrders(db, personOf(request), orders, query);
    const [row] = read.orders;
    if (row === undefined) throw new AppError('not_found');
    return orderView({ workflows, orders }, row, read.now);
  });
}

function clocksOf(workflows: WorkflowRegistry, board: OrderBoard): OrdersQuery['clocks'] {
  const clocksIn = (id: string) => {
    const workflow = workflows.latest(id);
    if (workflow === undefined) throw new Error(`the board knows a workflow ${id} that there is not`);
    return owedClocks(workflow);
  };
  return { own: clocksIn(board.workflow), followed: clocksIn(board.followedBy) };
}
