/* A program in C around the archive. */

void print_contracts(void);

int main(void)
{
    print_contracts();
    return 0;
}
