import { connectionOf } from "../../../shared/pagination/connection.ts";
import { REFERENCE_DATA } from "../../../shared/subgraph/cache-control.ts";
import { Institute } from "./type.ts";

export const InstituteConnection = connectionOf("Institute", () => Institute, REFERENCE_DATA);
