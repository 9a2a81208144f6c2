import type { GraphQLResolveInfo } from "graphql";
import { setMaxAge } from "../../../shared/subgraph/cache-control.ts";

/** For fields that give the newest release: for how long an answer may lag behind it. */
export const NEWEST = "@cacheControl(maxAge: 60)";

const YEAR_SECONDS = 31_536_000;

/** Says that the result of this call of a field never changes: a release that exists and was named. */
export const neverChanges = (info: GraphQLResolveInfo): void => setMaxAge(info, YEAR_SECONDS);
