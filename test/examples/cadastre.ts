import { readFileSync } from 'node:fs';
import mysql from 'mysql2/promise';
import type { MariaDb } from '../mariadb.ts';

/** The register, and its views in a database of their own, as `examples/cadastre/README.md` makes them; gives the address of its reader. */
export async function openCadastre(server: MariaDb): Promise<string> {
  const register = await server.create('cadastre');
  await run(register, ['registre.sql', 'lignes.sql']);
  const views = await server.create('publication');
  await run(views, ['vues.sql', 'vues-vides.sql', 'lecteur.sql']);
  const reader = new URL(views);
  reader.username = 'lecteur';
  reader.password = 'lecteur';
  return reader.href;
}

async function run(url: string, files: readonly string[]): Promise<void> {
  const connection = await mysql.createConnection({
    uri: url,
    multipleStatements: true,
    charset: 'utf8mb4',
  });
  try {
    for (const file of files)
      await connection.query(readFileSync(`examples/cadastre/${file}`, 'utf8'));
  } finally {
    await connection.end();
  }
}
