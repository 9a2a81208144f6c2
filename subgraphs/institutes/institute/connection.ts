import { connectionOf } from "../../../shared/pagination/connection.ts";
import { Institute } from "./type.ts";

export const InstituteConnection = connectionOf("Institute", () => Institute);
