import { testContract } from "../test-contract.ts";

await testContract("workspace-account-profile");
