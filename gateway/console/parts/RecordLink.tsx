import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addressOf, type RecordType } from "./addresses.ts";

type Props = { type: RecordType; id: string; children: ReactNode };

/** A link to where a record is shown. */
export function RecordLink({ type, id, children }: Props) {
	return <Link {...addressOf(type, id)}>{children}</Link>;
}
