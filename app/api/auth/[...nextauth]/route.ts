import type { NextRequest } from "next/server";
import { pass } from "@/lib/identity/next-auth/gate";

type Context = { params: Promise<{ nextauth: string[] }> };

export const GET = async (request: NextRequest, { params }: Context) => pass(request, (await params).nextauth);
export const POST = async (request: NextRequest, { params }: Context) => pass(request, (await params).nextauth);
