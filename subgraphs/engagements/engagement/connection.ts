import { connectionOf } from "../../../shared/pagination/connection.ts";
import { Engagement } from "./type.ts";

export const EngagementConnection = connectionOf("Engagement", () => Engagement);
