import { testContract } from "../test-contract.ts";

await testContract("upsun-profile");
