import type { FastifyInstance } from 'fastify';

export type Life = { readonly isReady: () => boolean; readonly isDraining: () => boolean };

/** Whether the process lives, and whether it may be sent requests. */
export function routeLife(app: FastifyInstance, life: Life): void {
  app.get('/health', () => 'The gateway is alive.\n');
  app.get('/ready', (_request, reply) => {
    const obstacle = obstacleOf(life);
    return obstacle === undefined
      ? 'The gateway is ready.\n'
      : reply.code(503).header('retry-after', '1').send(`${obstacle}\n`);
  });
}

function obstacleOf({ isDraining, isReady }: Life): string | undefined {
  if (isDraining())
    return 'The gateway is stopping: it finishes what has begun, and takes nothing new.';
  return isReady() ? undefined : 'The gateway is starting: its members have not all answered yet.';
}
