import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { addressOf, type RecordType } from "./addresses.ts";

type Props = { type: RecordType; id: string; children: ReactNode };

/** A link to the profile of a record. */
export function RecordLink({ type, id, children }: Props) {
	return <Link to={addressOf(type, id) as "/"}>{children}</Link>;
}
