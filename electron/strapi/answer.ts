import { isJsonObject, type JsonObject, memberOf } from '../http/json.ts';

/** A body as a JSON object; null if it is anything else. */
export function readJson(body: string): JsonObject | null {
  try {
    const json: unknown = JSON.parse(body);
    return isJsonObject(json) ? json : null;
  } catch {
    return null;
  }
}

/** Whether Strapi itself refuses. The same status in another form comes from a firewall or a proxy and says nothing about Strapi. */
export function isOwnRefusal(status: number, body: string): boolean {
  const json = readJson(body);
  const error = json === null ? null : memberOf(json, 'error');
  if (json === null || memberOf(json, 'data') !== null || !isJsonObject(error)) return false;
  return memberOf(error, 'status') === status && typeof memberOf(error, 'name') === 'string';
}

/** `meta.pagination` of a list; null where there is none: then it is not a list of Strapi's. */
export function paginationOf(json: JsonObject): JsonObject | null {
  const meta = memberOf(json, 'meta');
  const pagination = isJsonObject(meta) ? memberOf(meta, 'pagination') : null;
  return isJsonObject(pagination) ? pagination : null;
}
