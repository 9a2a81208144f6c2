import { connectionOf } from "../../../shared/pagination/connection.ts";
import { Trace } from "./type.ts";

export const TraceConnection = connectionOf("Trace", () => Trace);
